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
  Filler(const Network& network, const RunDefinition& run) : network_(network), run_(run) {
    for (const Entry& entry : network_.entries()) first_.push_back(first_.back() + phases_of(entry));
    const Eigen::Index size = first_.back();
    arriving_ = stock_ = sum_ = Eigen::VectorXd::Zero(size);
    decay_ = Matrix(size, size);
    set_up();
  }

  Filling fill() {
    go(run_.warm_up);
    sum_.setZero();
    go(run_.length);
    Filling filling;
    const double begin = years(run_.warm_up), end = begin + years(run_.length);
    for (std::size_t i = 0; i < rates_.size(); ++i) {
      filling.stock.push_back(sum_.segment(first_[i], first_[i + 1] - first_[i]).sum() / kSteps);
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
    const auto cell = [&](Eigen::Index to, Eigen::Index from, double rate) {
      cells.emplace_back(static_cast<int>(to), static_cast<int>(from), rate);
    };
    for (std::size_t i = 0; i + 1 < first_.size(); ++i) {
      const Entry& entry = network_.entries()[i];
      const auto count = static_cast<double>(first_[i + 1] - first_[i]);
      rates_.push_back(entry.leaving_rate() * count);
      arriving_[first_[i]] = entry.arrivals;
      for (Eigen::Index phase = first_[i]; phase < first_[i + 1]; ++phase) {
        stock_[phase] = entry.stock / count;
        cell(phase, phase, rates_[i]);
        if (phase + 1 < first_[i + 1]) cell(phase + 1, phase, -rates_[i]);
      }
    }
    for (const Way& way : network_.ways()) cell(first_[way.to], last(way.from), -rates_[way.from] * way.share);
    decay_.setFromTriplets(cells.begin(), cells.end());
    times_.push_back(0.0);
    entered_.emplace_back(rates_.size(), 0.0);
  }

  Eigen::Index last(std::size_t entry) const { return first_[entry + 1] - 1; }

  void go(Span part) {
    const double step = years(part) / kSteps;
    if (step <= 0.0) return;
    Matrix identity(decay_.rows(), decay_.cols());
    identity.setIdentity();
    const Matrix forward = identity + decay_ * (step / 2.0), backward = identity - decay_ * (step / 2.0);
    if (times_.size() == 1) solver_.analyzePattern(forward);
    solver_.factorize(forward);
    for (int k = 0; k < kSteps; ++k) {
      const Eigen::VectorXd next = solver_.solve(backward * stock_ + arriving_ * step);
      const Eigen::VectorXd between = (stock_ + next) / 2.0;
      sum_ += between;
      stock_ = next;
      note_entries(between, step);
    }
  }

  void note_entries(const Eigen::VectorXd& between, double step) {
    std::vector<double> entered = entered_.back();
    for (std::size_t i = 0; i < entered.size(); ++i) entered[i] += step * network_.entries()[i].arrivals;
    for (const Way& way : network_.ways()) {
      entered[way.to] += step * rates_[way.from] * way.share * between[last(way.from)];
    }
    times_.push_back(times_.back() + step);
    entered_.push_back(std::move(entered));
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

  const Network& network_;
  const RunDefinition& run_;
  std::vector<Eigen::Index> first_{0};  ///< phase of each entry
  std::vector<double> rates_;           ///< of a phase, by entry
  Eigen::VectorXd arriving_, stock_, sum_;
  Matrix decay_;
  Eigen::SparseLU<Matrix> solver_;            ///< its pattern is that of every step
  std::vector<double> times_;                 ///< years since the beginning
  std::vector<std::vector<double>> entered_;  ///< by time and entry: so far
};

}  // namespace

Filling filling_of(const Network& network, const RunDefinition& run) {
  return Filler(network, run).fill();
}

}  // namespace sagsflow
