#pragma once

namespace sagsflow {

/// The gamma distribution with scale 1 and a shape above 0.
class UnitGamma {
 public:
  explicit UnitGamma(double shape);

  /// The probabilities below and above x; the smaller is accurate relative to itself.
  struct Tails {
    double lower;
    double upper;
  };
  Tails tails(double x) const;

  /// The quantile where the probabilities on either side are `lower` and `upper` (of which the smaller is used), by
  /// Newton's iteration to about 1e-12 relative; 0 where it is below 1e-300.
  double quantile(double lower, double upper) const;

 private:
  double mass_near(double x) const;
  double lower_quantile(double lower, double start) const;
  double upper_quantile(double upper, double start) const;

  double shape_;
  double constant_;
};

}  // namespace sagsflow
