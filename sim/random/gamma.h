#pragma once

#include <vector>

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

  /// The quantile where the probabilities on either side are `lower` and `upper` (of which the smaller is used), to
  /// about 1e-12 relative; 0 where it underflows.
  double quantile(double lower, double upper) const;

 private:
  // Of y = log quantile as a function of the normal quantile z of the same probability: at one z.
  struct Node {
    double value, slope, curvature;
  };
  double mass_near(double x) const;
  double log_quantile(double lower, double upper) const;
  double log_lower_quantile(double lower, double start) const;
  double log_upper_quantile(double upper, double start) const;
  Node node_at(double z) const;

  double shape_;
  double constant_;
  std::vector<Node> nodes_;
};

}  // namespace sagsflow
