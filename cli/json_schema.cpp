#include "cli/json_schema.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "models/process/language_keys.h"

namespace sagsflow {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kNumber = "-?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?";
constexpr std::string_view kUnit = "(min|minutes?|h|hours?|days?|weeks?|months?|years?)";

std::vector<LanguageKey> all_keys() {
  std::vector<LanguageKey> all;
  for (const auto part : {keys_of_files(), keys_of_citizens(), keys_of_procedures(), keys_of_values()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

std::vector<std::string_view> parted(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at; (at = text.find(separator)) != std::string_view::npos;) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + separator.size());
  }
  parts.push_back(text);
  return parts;
}

Json text_like(const std::string& pattern) {
  return {{"type", "string"}, {"pattern", "^" + pattern + "$"}};
}

Json any_of(std::vector<Json> alternatives) {
  if (alternatives.size() == 1) return std::move(alternatives.front());
  return {{"anyOf", std::move(alternatives)}};
}

Json words(const std::vector<std::string_view>& choices) {
  return {{"enum", choices}};
}

class SchemaWriter {
 public:
  std::string write() {
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "sagsflow"}};
    schema.update(table("", {}));
    schema["$defs"] = std::move(definitions_);
    return schema.dump(2) + "\n";
  }

 private:
  /// An object with the keys of the table; where a key has no type of its own, it takes what is given.
  Json table(std::string_view name, const Json& taken) {
    Json properties = Json::object();
    for (const LanguageKey& key : keys_) {
      if (key.table != name) continue;
      Json property{{"description", std::string(key.da) + "\n\n" + std::string(key.en)}};
      property.update(key.type.empty() ? taken : type_of(key.type));
      if (!key.fallback.empty()) property["default"] = Json::parse(key.fallback);
      properties[std::string(key.key)] = std::move(property);
    }
    return {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  }

  Json type_of(std::string_view type) {
    std::vector<Json> alternatives;
    for (const std::string_view alternative : parted(type, " / ")) alternatives.push_back(one_of(alternative));
    return any_of(std::move(alternatives));
  }

  Json one_of(std::string_view type) {
    const std::size_t blank = type.find(' ');
    if (blank == std::string_view::npos) return referred(type, [&] { return kind(type); });
    const std::string_view verb = type.substr(0, blank), rest = type.substr(blank + 1);
    if (verb == "word") return words(parted(rest, " "));
    if (verb == "items") return {{"type", "array"}, {"items", one_of(rest)}};
    if (verb == "map") return map_of(one_of(rest));
    if (verb == "by") return referred(type, [&] { return choice_of(rest); });
    const Json shape = referred(rest, [&] { return table(rest, {}); });
    return verb == "each" ? map_of(shape) : shape;
  }

  static Json map_of(const Json& value) { return {{"type", "object"}, {"additionalProperties", value}}; }

  /// A reference to a definition, which is made at its first use.
  template <class Make>
  Json referred(std::string_view type, const Make& make) {
    std::string name(type);
    std::ranges::replace(name, ' ', '.');
    std::erase(name, '*');
    while (name.find("..") != std::string::npos) name.erase(name.find(".."), 1);
    if (name.ends_with('.')) name.pop_back();
    if (!definitions_.contains(name)) {
      definitions_[name] = Json::object();
      Json made = make();
      definitions_[name] = std::move(made);
    }
    return {{"$ref", "#/$defs/" + name}};
  }

  Json choice_of(std::string_view type) {
    const Json self{{"$ref", "#/$defs/by." + std::string(type)}};
    Json choice = table("choice", self);
    choice["required"] = {"by"};
    choice["additionalProperties"] = self;
    return any_of({one_of(type), std::move(choice)});
  }

  /// The value, or its long form.
  Json stated(const Json& value, std::string_view form = "quantity") {
    Json longer = table(form, value);
    longer["required"] = {"value"};
    return any_of({value, std::move(longer)});
  }

  Json quantity(const std::string& pattern) { return stated(text_like(pattern)); }

  Json law() {
    const Json duration = text_like(std::string(kNumber) + " +" + std::string(kUnit));
    const Json distribution = referred("distribution", [&] { return table("distribution", {}); });
    const Json value = any_of({duration, words({"never"}), distribution});
    Json longer = table("quantity", value);
    for (const std::string_view bound : {"low", "high"}) {
      Json& property = longer["properties"][std::string(bound)];
      property.erase("anyOf");
      property.update(one_of("duration"));
    }
    longer["required"] = {"value"};
    return any_of({value, std::move(longer)});
  }

  Json kind(std::string_view type) {
    const std::string number(kNumber), unit(kUnit);
    if (type == "text") return {{"type", "string"}};
    if (type == "boolean") return {{"type", "boolean"}};
    if (type == "date") return text_like("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    if (type == "opening") return text_like("[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]");
    if (type == "percent") return text_like(number + " +%");
    if (type == "label") return any_of({{{"type", "string"}}, table("label", {})});
    if (type == "whole") return stated({{"type", "integer"}});
    if (type == "number") return stated({{"type", "number"}});
    if (type == "share") return stated({{"type", "number"}, {"minimum", 0}, {"maximum", 1}});
    if (type == "duration") return quantity(number + " +" + unit);
    if (type == "length") return quantity(number + " +(" + unit + "|working days?)");
    if (type == "rate") return quantity(number + " +per +" + unit);
    if (type == "money") return quantity(number + " +DKK");
    if (type == "money_rate") return quantity(number + " +DKK +per +" + unit);
    if (type == "name") return stated({{"type", "string"}}, "cited");
    if (type == "spans") return stated({{"type", "array"}, {"items", one_of("duration")}}, "cited");
    if (type == "parts") return stated({{"type", "array"}, {"items", one_of("table part")}}, "cited");
    if (type == "law") return law();
    if (type == "trial_use") return any_of({{{"type", "string"}}, one_of("table arm.trials")});
    if (type == "clock") return any_of({one_of("law"), table("clock", {})});
    return of_traits(type);
  }

  Json of_traits(std::string_view type) {
    const Json value = any_of({{{"type", "string"}}, {{"type", "boolean"}}});
    if (type == "assignments") return map_of(value);
    if (type == "condition") return map_of(any_of({value, {{"type", "array"}, {"items", value}, {"minItems", 1}}}));
    // shares
    const Json share = any_of({one_of("share"), stated(words({"rest"}), "cited")});
    return any_of({one_of("name"), map_of(share)});
  }

  const std::vector<LanguageKey> keys_ = all_keys();
  Json definitions_ = Json::object();
};

}  // namespace

std::string language_schema() {
  return SchemaWriter().write();
}

}  // namespace sagsflow
