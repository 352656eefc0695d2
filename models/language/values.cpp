#include "models/language/values.h"

#include <fmt/format.h>

#include <cmath>

#include "models/language/sourced_reader.h"

namespace sagsflow {

bool is_long_form(const Node& node) {
  return node.is(Node::Kind::table) && node.find("value");
}

Origin origin_of(const Node& node) {
  Origin origin;
  origin.place = node.place;
  origin.text = node.written();
  return origin;
}

void record(const std::string& path, const Origin& origin, Reading& reading) {
  reading.values.push_back({path, origin});
}

/// "FILE TARGET": the scenario, below the scenario root, and its target that the value was chosen for.
std::string read_calibration(const Node& node, const std::string& path, Reading& reading) {
  std::string text = read_text(node, path, reading);
  const std::size_t blank = text.find(' ');
  const bool names_both = blank != std::string::npos && blank > 0 && blank + 1 < text.size();
  if (node.is(Node::Kind::string) && !names_both) {
    reading.diagnostics.error(
        node.place,
        fmt::format("expected a scenario and its target, \"mentor.toml T13_timer\", got {}", node.described()));
  }
  return text;
}

void read_provenance(TableReader& table, Origin& origin) {
  Provenance& provenance = origin.own_provenance();
  provenance.source = table.value_or("source", NameReader{"source"}, Sourced<std::string>{}).value;
  provenance.quote = table.value_or("quote", read_text, std::string{});
  provenance.note = table.value_or("note", read_text, std::string{});
  provenance.assumed = table.value_or("assumed", read_boolean, false);
  provenance.calibrated = table.value_or("calibrated", read_calibration, std::string{});
}

std::string read_text(const Node& node, const std::string&, Reading& reading) {
  if (node.is(Node::Kind::string)) return node.text;
  reading.diagnostics.error(node.place, fmt::format("expected a string, got {}", node.described()));
  return {};
}

bool read_boolean(const Node& node, const std::string&, Reading& reading) {
  if (node.is(Node::Kind::boolean)) return node.boolean;
  reading.diagnostics.error(node.place, fmt::format("expected true or false, got {}", node.described()));
  return false;
}

Time read_date(const Node& node, const std::string&, Reading& reading) {
  if (node.is(Node::Kind::date)) return node.date;
  reading.diagnostics.error(node.place, fmt::format("expected a date such as 2018-01-01, got {}", node.described()));
  return {};
}

std::vector<Sourced<std::string>> read_texts(const Node& node, const std::string& path, Reading& reading) {
  std::vector<Sourced<std::string>> texts;
  if (!node.is(Node::Kind::array)) {
    texts.push_back({read_text(node, path, reading), origin_of(node)});
    return texts;
  }
  for (const Node& item : node.children) texts.push_back({read_text(item, path, reading), origin_of(item)});
  return texts;
}

Label read_label(const Node& node, const std::string& path, Reading& reading) {
  if (node.is(Node::Kind::string)) return {node.text, node.text};
  if (!node.is(Node::Kind::table)) {
    reading.diagnostics.error(node.place,
                              fmt::format("expected text or {{ da = …, en = … }}, got {}", node.described()));
    return {};
  }
  TableReader table(node, path, reading, "label");
  Label label;
  label.da = table.value_or("da", read_text, std::string{});
  label.en = table.value_or("en", read_text, std::string{});
  table.finish();
  return label;
}

namespace {

/// A parser of nodes from a parser of strings.
template <class T>
auto of_string(Quantity<T> (*parse)(std::string_view), std::string_view what) {
  return [parse, what](const Node& node) -> Quantity<T> {
    if (node.is(Node::Kind::string)) return parse(node.text);
    return std::unexpected(QuantityProblem{fmt::format("expected {}, got {}", what, node.described()), {}});
  };
}

double microseconds(Span span) {
  return static_cast<double>(span.count());
}

}  // namespace

Sourced<Span> read_span(const Node& node, const std::string& path, Reading& reading) {
  return read_sourced<Span>(node, path, reading, of_string(parse_span, "a duration such as \"14 days\""), microseconds);
}

Sourced<Length> read_length(const Node& node, const std::string& path, Reading& reading) {
  // Working days are compared with calendar days as if five made a week.
  const auto size = [](const Length& length) {
    return microseconds(length.span) + length.working_days * 1.4 * microseconds(kDay);
  };
  return read_sourced<Length>(node, path, reading, of_string(parse_length, "a duration such as \"14 days\""), size);
}

Sourced<Rate> read_rate(const Node& node, const std::string& path, Reading& reading) {
  const auto size = [](const Rate& rate) { return rate.count / microseconds(rate.per); };
  return read_sourced<Rate>(node, path, reading, of_string(parse_rate, "a rate such as \"9000 per year\""), size);
}

Sourced<Money> read_money(const Node& node, const std::string& path, Reading& reading) {
  const auto size = [](const Money& money) { return money.dkk; };
  return read_sourced<Money>(node, path, reading, of_string(parse_money, "money such as \"1725 DKK\""), size);
}

Sourced<MoneyRate> read_money_rate(const Node& node, const std::string& path, Reading& reading) {
  const auto size = [](const MoneyRate& rate) { return rate.dkk / microseconds(rate.per); };
  const auto parse = of_string(parse_money_rate, "money over time such as \"4355 DKK per week\"");
  return read_sourced<MoneyRate>(node, path, reading, parse, size);
}

Sourced<double> NumberReader::operator()(const Node& node, const std::string& path, Reading& reading) const {
  const auto parse = [this](const Node& part) -> Quantity<double> {
    const bool number = part.is(Node::Kind::integer) || part.is(Node::Kind::real);
    const bool fits = number && std::isfinite(part.number) && part.number >= low && part.number <= high &&
                      (!whole || part.number == std::floor(part.number));
    if (fits) return part.number;
    return std::unexpected(QuantityProblem{fmt::format("expected {}, got {}", what, part.described()), {}});
  };
  return read_sourced<double>(node, path, reading, parse, [](double value) { return value; });
}

Sourced<double> read_share(const Node& node, const std::string& path, Reading& reading) {
  const auto parse = [](const Node& part) -> Quantity<double> {
    const bool number = part.is(Node::Kind::integer) || part.is(Node::Kind::real);
    if (number && part.number >= 0 && part.number <= 1) return part.number;
    const std::string got = part.described();
    return std::unexpected(QuantityProblem{fmt::format("share is {}, expected a number from 0 to 1", got), {}});
  };
  return read_sourced<double>(node, path, reading, parse, [](double value) { return value; });
}

}  // namespace sagsflow
