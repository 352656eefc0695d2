#include "output/life_words.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "output/labels.h"
#include "output/number_format.h"
#include "output/phrases.h"
#include "output/rule_words.h"

namespace sagsflow {
namespace {

using What = LifeEvent::What;

struct CauseWords {
  std::string_view cause;
  Phrase words;
};
constexpr std::array kCauses{
    CauseWords{"document", phrases::cause_document},   CauseWords{"outside", phrases::cause_outside},
    CauseWords{"busy", phrases::cause_busy},           CauseWords{"closed", phrases::cause_closed},
    CauseWords{"session", phrases::cause_session},     CauseWords{"full", phrases::cause_full},
    CauseWords{"cancelled", phrases::cause_cancelled}, CauseWords{"citizen", phrases::cause_citizen},
};

std::string last_part(const std::string& path) {
  return path.substr(path.rfind('.') + 1);
}

Named named_of(const ObjectInfo& object) {
  return {object.path, object.label_da, object.label_en};
}

std::string counted(double value, int decimals, const Phrase& one, const Phrase& many, Language language) {
  const std::string shown = number(value, decimals, language);
  return fmt::format("{} {}", shown, (shown == "1" ? one : many).in(language));
}

/// What stands for an event whose object is all there is to say.
std::optional<Phrase> plain_words(What what) {
  switch (what) {
    case What::came:
      return Phrase{"Kommer: {}", "Comes: {}"};
    case What::entered_status:
      return Phrase{"Ny status: {}", "New status: {}"};
    case What::entered_step:
      return Phrase{"Nyt trin: {}", "New step: {}"};
    case What::work_ended:
      return Phrase{"{}: arbejdet er færdigt", "{}: the work is done"};
    case What::completed:
      return Phrase{"Sagsgang slut: {}", "Procedure ends: {}"};
    case What::cancelled:
      return Phrase{"Sagsgang bortfalder: {}", "Procedure lapses: {}"};
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string length_text(Span length, Language language) {
  const double days = in_days(length);
  if (days >= 1) return counted(days, days < 100 ? 1 : 0, {"dag", "day"}, {"dage", "days"}, language);
  const double hours = in_hours(length);
  if (hours >= 1) return counted(hours, 1, {"time", "hour"}, {"timer", "hours"}, language);
  return counted(hours * 60, 0, {"min", "min"}, {"min", "min"}, language);
}

std::string date_text(Time time) {
  return date_and_time_text(time).substr(0, 10);
}

std::string date_and_time_text(Time time) {
  using namespace std::chrono;
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(floor<minutes>(time - day));
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()),
                     clock.hours().count(), clock.minutes().count());
}

std::string_view cause_words(const std::string& cause, Language language) {
  const auto found = std::ranges::find(kCauses, cause, &CauseWords::cause);
  return found == kCauses.end() ? std::string_view(cause) : found->words.in(language);
}

std::string attribute_value(const std::string& value, Language language) {
  if (value == "true") return std::string(Phrase{"ja", "yes"}.in(language));
  if (value == "false") return std::string(Phrase{"nej", "no"}.in(language));
  std::string words = value;
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string LifeWords::label(const std::string& path) const {
  for (const auto* objects : {&description_.objects, &lives_.attributes}) {
    const auto found = std::ranges::find(*objects, path, &ObjectInfo::path);
    if (found != objects->end()) return short_label_of(*found, language_);
  }
  return attribute_value(last_part(path), language_);
}

std::string LifeWords::label_with_owner(const std::string& path) const {
  const auto found = std::ranges::find(description_.objects, path, &ObjectInfo::path);
  return found == description_.objects.end() ? label(path) : label_of(description_, *found, language_);
}

std::string LifeWords::thing(const std::string& path) const {
  const auto find = [&](std::string_view wanted) {
    return std::ranges::find(description_.objects, wanted, &ObjectInfo::path);
  };
  const auto found = find(path);
  if (found == description_.objects.end()) return quoted(label(path), language_);
  std::string text = thing_text(named_of(*found), language_);
  const std::size_t inner = path.find('.', path.find('.') + 1);
  const auto outer = find(std::string_view(path).substr(0, inner));
  if (inner == std::string::npos || outer == description_.objects.end()) return text;
  return fmt::format("{} {} {}", text, in({"i", "of"}), thing_text(named_of(*outer), language_));
}

std::string LifeWords::trial(const std::string& id) const {
  for (const ArmInfo& arm : description_.arms) {
    const auto found = std::ranges::find(arm.trials, id, &TrialInfo::id);
    if (found == arm.trials.end()) continue;
    const bool danish = language_ == Language::danish;
    const std::string& first = danish ? found->title_da : found->title_en;
    const std::string& second = danish ? found->title_en : found->title_da;
    return !first.empty() ? quoted(first, language_) : !second.empty() ? quoted(second, language_) : id;
  }
  return id;
}

std::string LifeWords::wait(const LifeEvent& event) const {
  const auto object = std::ranges::find(description_.objects, event.object, &ObjectInfo::path);
  const std::string kind = object == description_.objects.end() ? std::string() : object->detail;
  if (event.what == What::wait_ended && event.waited == Span::zero()) {
    if (kind == "work")
      return fmt::format("{}: {}", label(event.object), in({"arbejdet begynder straks", "work begins at once"}));
    if (kind != "meeting") return {};
  }
  Phrase words{"ventetiden er slut efter {}", "the wait is over after {}"};
  if (kind == "work") words = {"arbejdet begynder efter {}", "work begins after {}"};
  if (kind == "meeting") words = {"på mødet efter {}", "at the session after {}"};
  if (event.what == What::gave_up) words = {"opgiver at vente efter {}", "gives up waiting after {}"};
  if (event.what == What::withdrawn) words = {"bortfalder efter {}", "lapses after {}"};
  if (event.what == What::still_waiting) words = {"venter stadig efter {}", "still waits after {}"};
  std::string causes;
  for (const auto& [cause, length] : event.causes) {
    causes += fmt::format("{}{}", causes.empty() ? "" : ", ", cause_words(cause, language_));
    if (event.causes.size() > 1) causes += ' ' + length_text(length, language_);
  }
  if (!causes.empty()) causes = " (" + causes + ')';
  return label(event.object) + ": " + fmt::format(fmt::runtime(in(words)), length_text(event.waited, language_)) +
         causes;
}

std::string LifeWords::duty(const LifeEvent& event) const {
  const std::string name = label(event.object);
  const auto [due, deadline] = event.due_deadline.value_or(std::pair<Time, Time>());
  if (event.what == What::duty_due) {
    return fmt::format(fmt::runtime(in({"Pligt: {}, senest {}", "Duty: {}, by {}"})), name, date_text(deadline));
  }
  if (event.what == What::duty_missed) {
    return fmt::format(fmt::runtime(in({"Pligt ikke opfyldt: {} (senest {})", "Duty not held: {} (by {})"})), name,
                       date_text(deadline));
  }
  if (event.at <= deadline) {
    return fmt::format(fmt::runtime(in({"Pligt opfyldt i tide: {}", "Duty held in time: {}"})), name);
  }
  return fmt::format(fmt::runtime(in({"Pligt opfyldt {} for sent: {}", "Duty held {} late: {}"})),
                     length_text(event.at - deadline, language_), name);
}

std::string LifeWords::attribute(const LifeEvent& event) const {
  if (event.value.empty()) return {};  // a flag: the step says as much
  return fmt::format("{}: {}", label(event.object), attribute_value(event.value, language_));
}

std::string LifeWords::event(const LifeEvent& event) const {
  if (const auto plain = plain_words(event.what)) return fmt::format(fmt::runtime(in(*plain)), label(event.object));
  if (event.what == What::attribute_set) return attribute(event);
  return event.due_deadline ? duty(event) : wait(event);
}

std::string LifeWords::rule(const LifeEvent& event) const {
  const bool says_itself = event.rule.empty() || event.rule == event.object ||
                           (event.what != What::entered_status && event.what != What::entered_step);
  if (says_itself) return {};
  if (event.rule.starts_with("arrival.") || event.rule.starts_with("stock.")) return {};
  return fmt::format(fmt::runtime(in({"efter {}", "after {}"})), quoted(label(event.rule), language_));
}

}  // namespace sagsflow
