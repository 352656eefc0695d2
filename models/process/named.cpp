#include "models/process/named.h"

#include <fmt/format.h>

#include "models/language/names.h"
#include "models/language/values.h"

namespace sagsflow {

void check_name(const Node& node, Reading& reading) {
  const std::string problem = problem_of_name(node.key);
  if (!problem.empty()) reading.diagnostics.error(node.key_place, fmt::format("the name \"{}\" {}", node.key, problem));
}

std::size_t read_word(TableReader& table, std::string_view key, const std::vector<std::string>& words) {
  const Node* node = table.find(key);
  if (!node) return 0;
  const auto word = std::ranges::find(words, node->text);
  if (node->is(Node::Kind::string) && word != words.end()) return static_cast<std::size_t>(word - words.begin());
  table.reading().diagnostics.error(
      node->place, fmt::format("expected \"{}\", got {}", fmt::join(words, "\" or \""), node->described()),
      nearest_name(node->text, words));
  return 0;
}

std::array<double, 12> read_season(TableReader& table, std::string_view key, double most) {
  static constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                            "jul", "aug", "sep", "oct", "nov", "dec"};
  std::array<double, 12> factors;
  factors.fill(1.0);
  const Node* node = table.find(key);
  if (!node) return factors;
  const NumberReader factor{fmt::format("a number from 0 to {}", most), 0, most};
  TableReader months(*node, table.path_of(key), table.reading(), "season");
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    const auto value = months.optional(kMonths[month], factor);
    if (value) factors[month] = value->value;
  }
  months.finish();
  return factors;
}

}  // namespace sagsflow
