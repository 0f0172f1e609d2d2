package arenad.bench.game;

import java.util.Arrays;
import java.util.Locale;

/// spectral-norm: the spectral norm of an endless matrix, by the power method.
public final class SpectralNorm {
  private SpectralNorm() {}

  private static double cell(int i, int j) {
    return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);
  }

  private static void multiply(double[] v, double[] out) {
    for (int i = 0; i < v.length; i++) {
      double sum = 0;
      for (int j = 0; j < v.length; j++) {
        sum += cell(i, j) * v[j];
      }
      out[i] = sum;
    }
  }

  private static void multiplyTransposed(double[] v, double[] out) {
    for (int i = 0; i < v.length; i++) {
      double sum = 0;
      for (int j = 0; j < v.length; j++) {
        sum += cell(j, i) * v[j];
      }
      out[i] = sum;
    }
  }

  /// `SpectralNorm SIZE`.
  public static void main(String[] arguments) {
    int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    double[] u = new double[n];
    double[] v = new double[n];
    double[] between = new double[n];
    Arrays.fill(u, 1);
    for (int i = 0; i < 10; i++) {
      multiply(u, between);
      multiplyTransposed(between, v);
      multiply(v, between);
      multiplyTransposed(between, u);
    }
    double uv = 0;
    double vv = 0;
    for (int i = 0; i < n; i++) {
      uv += u[i] * v[i];
      vv += v[i] * v[i];
    }
    System.out.printf(Locale.ROOT, "%.9f%n", Math.sqrt(uv / vv));
  }
}
