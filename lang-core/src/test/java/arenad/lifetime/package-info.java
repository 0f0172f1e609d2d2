/// Tests of the algebra of lifetimes, without programs.
@org.jspecify.annotations.NullMarked
package arenad.lifetime;
