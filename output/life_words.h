#pragma once

#include <string>

#include "models/results/life.h"
#include "output/language.h"

namespace sagsflow {

/// Words for what happens in one life; `description` names the model's things, as Results do.
class LifeWords {
 public:
  LifeWords(const Results& description, const Lives& lives, Language language)
      : description_(description), lives_(lives), language_(language) {}

  /// "Visitation: arbejdet begynder efter 2,4 dage (alle medarbejdere er optaget)"; empty for what need not be told.
  std::string event(const LifeEvent& event) const;
  /// "efter »Visitation«": the rule it follows from, where the event itself does not say so; or empty.
  std::string rule(const LifeEvent& event) const;
  /// "trin »Visitation« i sagsgang »JAF-visitation«"
  std::string thing(const std::string& path) const;
  /// The label, or the name.
  std::string label(const std::string& path) const;
  /// "Visitation (JAF-visitation)"
  std::string label_with_owner(const std::string& path) const;
  std::string trial(const std::string& id) const;

 private:
  std::string wait(const LifeEvent& event) const;
  std::string duty(const LifeEvent& event) const;
  std::string attribute(const LifeEvent& event) const;
  std::string_view in(const Phrase& phrase) const { return phrase.in(language_); }

  const Results& description_;
  const Lives& lives_;
  Language language_;
};

/// "3,4 dage", "5,5 timer", "20 min"
std::string length_text(Span length, Language language);
/// "2018-03-05", with the time of day: "2018-03-05 09:12"
std::string date_text(Time time);
std::string date_and_time_text(Time time);
/// "alle medarbejdere er optaget" of "busy"
std::string_view cause_words(const std::string& cause, Language language);
/// "ja" of "true", else the value itself with blanks.
std::string attribute_value(const std::string& value, Language language);

}  // namespace sagsflow
