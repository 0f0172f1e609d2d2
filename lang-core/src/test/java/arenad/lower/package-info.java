/// Tests of lowering: typed programs in, printed graphs out.
@org.jspecify.annotations.NullMarked
package arenad.lower;
