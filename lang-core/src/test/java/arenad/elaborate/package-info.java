/// Tests of elaboration: programs with the diagnostics they draw, and typed programs as text.
@org.jspecify.annotations.NullMarked
package arenad.elaborate;
