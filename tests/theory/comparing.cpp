#include "comparing.h"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

#include "cli/launch/file_source.h"
#include "cli/launch/tbb_executor.h"
#include "exact.h"
#include "models/caseload/study.h"
#include "models/process/model.h"
#include "sim/stat/intervals.h"

namespace sagsflow::theory {
namespace {

/// Files in which one text is another.
class EditedSource final : public Source {
 public:
  EditedSource(Source& source, const Edit* edit) : source_(source), edit_(edit) {}

  std::expected<std::string, std::string> text_of(const std::string& path) override {
    auto text = source_.text_of(path);
    if (!text || !edit_) return text;
    for (std::size_t at = text->find(edit_->from); at != std::string::npos;
         at = text->find(edit_->from, at + edit_->to.size())) {
      text->replace(at, edit_->from.size(), edit_->to);
      edited_ = true;
    }
    return text;
  }
  bool edited() const { return edited_; }

 private:
  Source& source_;
  const Edit* edit_;
  bool edited_ = false;
};

}  // namespace

Results run(const std::string& scenario, int replications, const Edit* edit) {
  auto files = FileSource::of_scenario(SAGSFLOW_ROOT "/tests/theory/" + scenario);
  if (!files) throw std::runtime_error(files.error());
  EditedSource source(*files, edit);
  Diagnostics diagnostics;
  std::optional<Model> model = read_model(files->entry(), source, diagnostics);
  if (!model) throw std::runtime_error(diagnostics.render());
  if (edit && !source.edited()) throw std::runtime_error(scenario + " does not say " + edit->from);
  if (replications > 0) model->run.replications = replications;
  TbbExecutor executor;
  auto results = run_study(*model, scenario, executor);
  if (!results) throw std::runtime_error(results.error().reason);
  return std::move(*results);
}

bool Comparison::holds() const {
  return std::isfinite(z()) && std::abs(z()) < kBound;
}

std::string Comparison::line(const std::string& id) const {
  return fmt::format("{:<15} {:<28} {:<34} {:>12.6g} {:>12.6g} {:>7.3f} {:>6.2f}{}", id, measure, where, exact, found,
                     100 * std::abs(error / exact), z(), holds() ? "" : "  WRONG");
}

std::vector<Comparison> compare(const KnownAnswer& known, const Results& results) {
  std::vector<Comparison> comparisons;
  for (const Answer& answer : known.answers) {
    const auto exact = exact_value(known.id, answer.measure);
    if (!exact) throw std::runtime_error(known.id + " has no " + answer.measure);
    const Estimate found = answer.reading(results);
    const double degrees = static_cast<double>(found.replications) - 1;
    const double error = degrees < 1 ? kUndefined : found.half_width() / student_t_quantile(0.975, degrees);
    comparisons.push_back({answer.measure, answer.where, *exact, found.value, error});
  }
  return comparisons;
}

}  // namespace sagsflow::theory
