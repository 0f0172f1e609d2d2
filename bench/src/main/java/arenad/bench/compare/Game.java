package arenad.bench.compare;

import java.util.List;

/// A program of the Computer Language Benchmarks Game, and its sizes.
///
/// @param name also that of its files
/// @param javaClass in `arenad.bench.game`
/// @param readsFasta whether it reads what `fasta` writes for the size; else the size is its argument
/// @param start so little work that starting is what is measured
/// @param small for tests
/// @param timed what is measured if nothing else is asked for
/// @param published the size that the Benchmarks Game measures
record Game(
    String name,
    String javaClass,
    boolean readsFasta,
    int start,
    int small,
    List<Integer> timed,
    int published) {

  static final List<Game> ALL =
      List.of(
          new Game("binary-trees", "BinaryTrees", false, 1, 10, List.of(18, 20), 21),
          new Game("n-body", "NBody", false, 1, 1000, List.of(10_000_000), 50_000_000),
          new Game("spectral-norm", "SpectralNorm", false, 10, 100, List.of(5500), 5500),
          new Game("fannkuch-redux", "FannkuchRedux", false, 3, 7, List.of(11), 12),
          new Game("mandelbrot", "Mandelbrot", false, 8, 200, List.of(4000), 16000),
          new Game("fasta", "Fasta", false, 1, 1000, List.of(10_000_000), 25_000_000),
          new Game("k-nucleotide", "KNucleotide", true, 10, 1000, List.of(1_000_000), 25_000_000),
          new Game(
              "reverse-complement",
              "ReverseComplement",
              true,
              10,
              1000,
              List.of(25_000_000),
              25_000_000));

  /// Whether most of its time goes into making objects.
  boolean allocates() {
    return name.equals("binary-trees");
  }

  String cName() {
    return name.replace('-', '_');
  }
}
