/// Tests of the lifetime checker on whole programs.
@org.jspecify.annotations.NullMarked
package arenad.checker;
