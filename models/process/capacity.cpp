#include "models/process/capacity.h"

#include <fmt/format.h>

#include <cmath>

#include "models/language/choice_reader.h"
#include "models/process/named.h"

namespace sagsflow {
namespace {

const NameReader kPool{"pool"};
const NameReader kAttribute{"attribute"};
const NumberReader kPeople{"a whole number of people from 0 to 1000000", 0, 1e6, true};
const NumberReader kCases{"a whole number of cases from 1", 1, 1e6, true};
const NumberReader kMissing{"a whole number from 0", 0, 1e6, true};
const NumberReader kUsable{"a share above 0 and at most 1", 1e-6, 1};

/// "08:00" at `text`, as time since midnight; "24:00" is the end of the day.
std::optional<Span> parse_clock_time(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  int digits[4];
  constexpr std::size_t kAt[] = {0, 1, 3, 4};
  for (std::size_t i = 0; i < 4; ++i) {
    const char c = text[kAt[i]];
    if (c < '0' || c > '9') return std::nullopt;
    digits[i] = c - '0';
  }
  const int hour = digits[0] * 10 + digits[1];
  const int minute = digits[2] * 10 + digits[3];
  if (minute > 59 || hour > 24 || (hour == 24 && minute > 0)) return std::nullopt;
  return hour * kHour + minute * kMinute;
}

std::pair<Span, Span> read_opening(const Node& node, const std::string& path, Reading& reading) {
  const std::string text = read_text(node, path, reading);
  if (text.empty()) return {};
  const std::size_t dash = text.find('-');
  const auto from = parse_clock_time(std::string_view(text).substr(0, dash));
  const auto to = dash == std::string::npos ? std::nullopt : parse_clock_time(std::string_view(text).substr(dash + 1));
  if (from && to && *from <= *to) return {*from, *to};
  reading.diagnostics.error(node.place,
                            fmt::format("expected opening hours such as \"08:00-15:30\", got \"{}\"", text));
  return {};
}

void read_hours(TableReader& calendar, CalendarDefinition& definition) {
  static constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  const Node* node = calendar.require("hours");
  if (!node) return;
  TableReader days(*node, calendar.path_of("hours"), calendar.reading());
  const std::size_t errors = calendar.reading().diagnostics.errors_told();
  bool open = false;
  for (std::size_t day = 0; day < kDays.size(); ++day) {
    definition.hours[day] = days.value_or(kDays[day], read_opening, std::pair<Span, Span>{});
    open = open || definition.hours[day].first < definition.hours[day].second;
  }
  days.finish();
  if (!open && calendar.reading().diagnostics.errors_told() == errors) {
    calendar.reading().diagnostics.error(node->place, "the calendar is never open, expected hours on some day");
  }
}

QueueOrder read_order(TableReader& table) {
  return static_cast<QueueOrder>(read_word(table, "order", {"fifo", "priority", "deadline"}));
}

std::string read_per(TableReader& table) {
  return table.value_or("per", kAttribute, Sourced<std::string>{}).value;
}

/// A number, "unlimited", a choice, or with `per` a table by its values.
void read_staff(TableReader& table, PoolDefinition& pool) {
  const Node* node = table.require("staff");
  if (!node) return;
  const std::string path = table.path_of("staff");
  if (node->is(Node::Kind::string) && node->text == "unlimited") {
    pool.unlimited = true;
    return;
  }
  const bool by_value = node->is(Node::Kind::table) && !node->find("by") && !node->find("value") && !pool.per.empty();
  if (!by_value) {
    pool.staff = read_choice<double>(*node, path, table.reading(), kPeople);
    return;
  }
  pool.staff.by = pool.per;
  pool.staff.place = node->place;
  TraitUse use{pool.per, node->place, TraitUse::How::by, {}, true};
  for (const Node& child : node->children) {
    use.values.emplace_back(child.key, child.key_place);
    const auto staff = read_choice<double>(child, path + "." + child.key, table.reading(), kPeople);
    pool.staff.cases.emplace_back(child.key, staff);
  }
  table.reading().traits.push_back(std::move(use));
}

/// `{ pool = value }`
template <class T, class Read>
std::map<std::string, Sourced<T>> read_by_pool(TableReader& meeting, std::string_view key, Read read) {
  std::map<std::string, Sourced<T>> values;
  const Node* node = meeting.find(key);
  if (!node) return values;
  TableReader table(*node, meeting.path_of(key), meeting.reading());
  for (const Node* child : table.rest()) {
    meeting.reading().names.push_back({"pool", "", child->key, child->key_place});
    values[child->key] = read(*child, table.path_of(child->key), meeting.reading());
  }
  return values;
}

/// `every`, or `sessions = "240 per year"`: then the year is shared evenly.
void read_cadence(TableReader& table, MeetingDefinition& meeting) {
  const auto sessions = [](const Node& node, const std::string& path, Reading& reading) {
    const Sourced<Rate> rate = read_rate(node, path, reading);
    Sourced<Length> every{{}, rate.origin};
    if (rate.value.count > 0) {
      every.value.span = Span(std::llround(static_cast<double>(rate.value.per.count()) / rate.value.count));
    }
    return every;
  };
  const std::size_t errors = table.reading().diagnostics.errors_told();
  const auto shared = table.optional("sessions", choice_of(sessions));
  if (shared && table.has("every")) {
    table.reading().diagnostics.error(shared->place, "both \"every\" and \"sessions\", expected one of them");
  }
  meeting.every = shared && !table.find("every") ? *shared : table.required("every", choice_of(read_length));
  if (table.reading().diagnostics.errors_told() != errors) return;
  for_each_value(meeting.every, [&](const Sourced<Length>& every) {
    if (every.value.span >= kMinute || every.value.working_days > 0) return;
    table.reading().diagnostics.error(every.origin.place,
                                      fmt::format("sessions at {}, expected {} between them", every.origin.text,
                                                  every.value.span == Span{} ? "time" : "at least a minute"));
  });
}

/// "all", or `{ missing = 1, always = […] }`
void read_quorum(TableReader& table, MeetingDefinition& meeting) {
  const Node* node = table.find("quorum");
  if (!node || (node->is(Node::Kind::string) && node->text == "all")) return;
  if (!node->is(Node::Kind::table)) {
    table.reading().diagnostics.error(
        node->place, fmt::format("expected \"all\" or {{ missing = …, always = […] }}, got {}", node->described()));
    return;
  }
  TableReader quorum(*node, table.path_of("quorum"), table.reading());
  meeting.missing_allowed = quorum.value_or("missing", kMissing, Sourced<double>{}).value;
  meeting.always = read_names(quorum, "always", kPool);
  quorum.finish();
}

/// Who may be missing, or may not, must take part.
void check_members(TableReader& table, const MeetingDefinition& meeting) {
  const auto takes_part = [&](const std::string& pool) {
    return meeting.per_case.contains(pool) || meeting.per_session.contains(pool);
  };
  const auto check = [&](const std::string& pool, const Node& node) {
    if (pool.empty() || takes_part(pool)) return;
    table.reading().diagnostics.error(
        node.place, fmt::format("pool \"{}\" takes no part, expected it in \"per_case\" or \"per_session\"", pool));
  };
  for (const auto& [pool, chance] : meeting.absence) check(pool, *table.find("absence"));
  for (const std::string& pool : meeting.always) check(pool, *table.find("quorum"));
}

}  // namespace

CalendarDefinition read_calendar(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  CalendarDefinition calendar;
  if (node.key == "always") {
    reading.diagnostics.error(node.key_place, "the calendar \"always\" is built in, expected another name");
  }
  read_hours(table, calendar);
  if (table.has("holidays")) calendar.danish_holidays = read_word(table, "holidays", {"denmark"}) == 0;
  if (const Node* extra = table.find("extra")) {
    if (extra->is(Node::Kind::array)) {
      for (const Node& day : extra->children) calendar.closed_days.push_back(read_date(day, path, reading));
    } else {
      reading.diagnostics.error(extra->place, fmt::format("expected an array of dates, got {}", extra->described()));
    }
  }
  calendar.season = read_season(table, "season", 1);
  table.finish();
  return calendar;
}

PoolDefinition read_pool(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  PoolDefinition pool;
  pool.label = table.value_or("label", read_label, Label{});
  pool.per = read_per(table);
  read_staff(table, pool);
  pool.calendar = table.value_or("calendar", NameReader{"calendar"}, Sourced<std::string>{pool.calendar, {}}).value;
  if (!pool.unlimited && !table.has("calendar") && table.has("staff")) {
    reading.diagnostics.error(node.place,
                              fmt::format("{} has staff but no \"calendar\"; \"always\" is built in", path));
  }
  pool.usable = table.value_or("usable", kUsable, Sourced<double>{1.0, {}});
  pool.absence = table.value_or("absence", read_share, Sourced<double>{0.0, {}});
  pool.cost = table.optional("cost", read_money_rate);
  pool.outside = table.value_or("outside", read_boolean, false);
  pool.order = read_order(table);
  table.finish();
  return pool;
}

MeetingDefinition read_meeting(const Node& node, const std::string& path, Reading& reading) {
  TableReader table(node, path, reading);
  MeetingDefinition meeting;
  meeting.label = table.value_or("label", read_label, Label{});
  meeting.per = read_per(table);
  read_cadence(table, meeting);
  meeting.agenda = table.optional("agenda", choice_of(kCases));
  meeting.per_case = read_by_pool<Span>(table, "per_case", read_span);
  meeting.per_session = read_by_pool<Span>(table, "per_session", read_span);
  meeting.absence = read_by_pool<double>(table, "absence", read_share);
  read_quorum(table, meeting);
  meeting.order = read_order(table);
  check_members(table, meeting);
  table.finish();
  return meeting;
}

}  // namespace sagsflow
