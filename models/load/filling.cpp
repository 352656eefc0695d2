#include "models/load/filling.h"

#include <Eigen/SparseLU>
#include <cmath>

namespace sagsflow {
namespace {

/// In the warm-up, and in the window.
constexpr int kSteps = 64;
constexpr int kMostPhases = 8;
/// The age taken for those of the last class, in classes' beginnings.
constexpr double kOldest = 1.5;

using Matrix = Eigen::SparseMatrix<double>;

int phases_of(const Entry& entry) {
  if (entry.spell == nullptr || entry.spell->stays > 0.0) return 1;
  const double square = entry.spell->days * entry.spell->days;
  const double variance = entry.spell->square_days - square;
  return variance > square / kMostPhases ? std::max(1, static_cast<int>(std::lround(square / variance))) : kMostPhases;
}

double years(Span span) {
  return in_days(span) / kDaysInYear;
}

class Filler {
 public:
  Filler(const Network& network, const RunDefinition& run)
      : network_(network), run_(run), arriving_(size()), ways_(size(), size()) {
    set_up();
  }

  Filling fill() {
    go(run_.warm_up);
    std::ranges::fill(sum_, 0.0);
    go(run_.length);
    Filling filling;
    const double begin = years(run_.warm_up), end = begin + years(run_.length);
    for (std::size_t i = 0; i < rates_.size(); ++i) {
      double stock = 0.0;
      for (std::size_t phase = first_[i]; phase < first_[i + 1]; ++phase) stock += sum_[phase];
      filling.stock.push_back(stock / kSteps);
      filling.entries.push_back((entered_by(i, end) - entered_by(i, begin)) / (end - begin));
      ByAge by_age{};
      for (std::size_t age = 0; age < kAges.size(); ++age) {
        const double days = age + 1 < kAges.size() ? (kAges[age] + kAges[age + 1]) / 2.0 : kOldest * kAges[age];
        const double ago = days / kDaysInYear;
        by_age[age] = (entered_by(i, end - ago) - entered_by(i, begin - ago)) / (end - begin);
      }
      filling.entered.push_back(by_age);
    }
    return filling;
  }

 private:
  void set_up() {
    std::vector<Eigen::Triplet<double, int>> cells;
    for (std::size_t i = 0; i < network_.entries().size(); ++i) {
      const Entry& entry = network_.entries()[i];
      const int phases = phases_of(entry);
      rates_.push_back(entry.leaving_rate() * phases);
      arriving_[static_cast<Eigen::Index>(i)] = entry.arrivals;
      first_.push_back(first_.back() + static_cast<std::size_t>(phases));
      stock_.resize(first_.back(), entry.stock / phases);
      sum_.resize(first_.back(), 0.0);
    }
    for (const Way& way : network_.ways()) {
      cells.emplace_back(static_cast<int>(way.to), static_cast<int>(way.from), way.share);
    }
    ways_.setFromTriplets(cells.begin(), cells.end());
    times_.push_back(0.0);
    entered_.emplace_back(rates_.size(), 0.0);
  }

  void go(Span part) {
    const double step = years(part) / kSteps;
    if (step <= 0.0) return;
    factorize(step / 2.0);
    for (int k = 0; k < kSteps; ++k) {
      const Eigen::VectorXd entering = solver_.solve(arriving_ + ways_ * leaving(step / 2.0));
      add_entering(entering, step / 2.0);
      times_.push_back(times_.back() + step);
      entered_.push_back(entered_.back());
      for (std::size_t i = 0; i < rates_.size(); ++i) {
        entered_.back()[i] += step * entering[static_cast<Eigen::Index>(i)];
      }
    }
  }

  /// Who enters e solves e = a + P'(u + q e): u leave of those who were there, and of those who enter q^phases leave
  /// again within the step.
  void factorize(double half) {
    Matrix matrix(ways_.rows(), ways_.cols());
    matrix.setIdentity();
    Eigen::VectorXd through(arriving_.size());
    for (std::size_t i = 0; i < rates_.size(); ++i) {
      const double passing = half * rates_[i] / (1.0 + half * rates_[i]);
      through[static_cast<Eigen::Index>(i)] = std::pow(passing, first_[i + 1] - first_[i]);
    }
    matrix -= ways_ * through.asDiagonal();
    if (times_.size() == 1) solver_.analyzePattern(matrix);
    solver_.factorize(matrix);
  }

  /// A year, by entry, of those who were there at the beginning of the step; `between_` is what it is in the mean
  /// without those who enter.
  Eigen::VectorXd leaving(double half) {
    Eigen::VectorXd leaving(arriving_.size());
    between_.resize(stock_.size());
    for (std::size_t i = 0; i < rates_.size(); ++i) {
      double coming = 0.0;
      for (std::size_t phase = first_[i]; phase < first_[i + 1]; ++phase) {
        between_[phase] = (stock_[phase] + half * coming) / (1.0 + half * rates_[i]);
        coming = rates_[i] * between_[phase];
      }
      leaving[static_cast<Eigen::Index>(i)] = coming;
    }
    return leaving;
  }

  void add_entering(const Eigen::VectorXd& entering, double half) {
    for (std::size_t i = 0; i < rates_.size(); ++i) {
      double coming = entering[static_cast<Eigen::Index>(i)];
      for (std::size_t phase = first_[i]; phase < first_[i + 1]; ++phase) {
        const double added = half * coming / (1.0 + half * rates_[i]);
        between_[phase] += added;
        coming = rates_[i] * added;
        sum_[phase] += between_[phase];
        stock_[phase] = 2.0 * between_[phase] - stock_[phase];
      }
    }
  }

  /// Who has entered since the beginning; before it, at the rate that keeps up today's stock.
  double entered_by(std::size_t entry, double time) const {
    const Entry& of = network_.entries()[entry];
    if (time <= 0.0) return time * of.stock * of.leaving_rate();
    const auto above = std::ranges::lower_bound(times_, time - 1e-12);
    const auto k = static_cast<std::size_t>(std::min(above, times_.end() - 1) - times_.begin());
    const double share = (time - times_[k - 1]) / (times_[k] - times_[k - 1]);
    return entered_[k - 1][entry] + share * (entered_[k][entry] - entered_[k - 1][entry]);
  }

  Eigen::Index size() const { return static_cast<Eigen::Index>(network_.entries().size()); }

  const Network& network_;
  const RunDefinition& run_;
  Eigen::VectorXd arriving_;
  Matrix ways_;                                ///< P'
  std::vector<std::size_t> first_{0};          ///< phase of each entry
  std::vector<double> rates_;                  ///< of a phase, by entry
  std::vector<double> stock_, between_, sum_;  ///< by phase: now, in the mean of the step, of all steps
  Eigen::SparseLU<Matrix> solver_;             ///< its pattern is that of every step
  std::vector<double> times_;                  ///< years since the beginning
  std::vector<std::vector<double>> entered_;   ///< by time and entry: so far
};

}  // namespace

Filling filling_of(const Network& network, const RunDefinition& run) {
  return Filler(network, run).fill();
}

}  // namespace sagsflow
