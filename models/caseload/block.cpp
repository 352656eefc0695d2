#include "models/caseload/block.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "models/caseload/identities.h"
#include "models/caseload/roll.h"
#include "models/caseload/worlds.h"
#include "models/language/units.h"

namespace sagsflow {
namespace {

/// "10 days" of times, "55" of numbers, in the tally's microseconds.
std::optional<Span> limit_of(const Measure& measure, const std::string& text) {
  if (measure.info.unit == Unit::days) {
    const auto span = parse_span(text);
    return span ? std::optional(*span) : std::nullopt;
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return Span(number);
}

/// Of what a tally has counted, or of the window's days.
Summary share_of(const Books& books, const Column& column) {
  const Measure& measure = *column.measure;
  const bool within = *column.side == ShareRequest::Side::within;
  Summary summary;
  if (measure.tally) {
    const Tally tally = measure.tally(books);
    summary.count = static_cast<double>(tally.count());
    summary.mean = within ? tally.share_within(column.limit) : tally.share_above(column.limit);
  } else {
    summary.count = measure.summary(books).count;
    const double above = measure.share_above(books, column.limit.count());
    summary.mean = within ? 1.0 - above : above;
  }
  summary.sum = summary.count == 0 ? 0.0 : summary.mean * summary.count;
  return summary;
}

ArmBlock read_off(const Books& books, std::uint64_t events, const std::vector<Column>& columns) {
  ArmBlock block;
  block.observations.events = events;
  block.observations.measures.reserve(columns.size());
  block.tallies.reserve(static_cast<std::size_t>(std::ranges::count_if(columns, &Column::is_pooled)));
  for (const Column& column : columns) {
    const Measure& measure = *column.measure;
    if (column.side) {
      block.observations.measures.push_back(share_of(books, column));
    } else if (column.is_pooled()) {
      block.tallies.push_back(measure.tally(books));
      block.observations.measures.push_back(block.tallies.back().summary(measure.per_microsecond));
    } else {
      block.observations.measures.push_back(measure.summary(books));
    }
  }
  return block;
}

}  // namespace

std::vector<Column> columns_of(const std::vector<Measure>& measures, const std::vector<ShareRequest>& requests) {
  std::vector<Column> columns;
  for (const Measure& measure : measures) columns.push_back({measure.info, &measure, {}, {}});
  for (const ShareRequest& request : requests) {
    const auto found = std::ranges::find_if(measures, [&](const Measure& measure) {
      return measure.info.object == request.object && measure.info.measure == request.measure &&
             measure.info.group == request.group && measure.info.period.empty();
    });
    if (found == measures.end() || !(found->tally || found->watch)) continue;
    const auto limit = limit_of(*found, request.limit);
    if (!limit) continue;
    const std::string name = request.measure +
                             (request.side == ShareRequest::Side::within ? ":share_within:" : ":share_above:") +
                             request.limit;
    columns.push_back(
        {{request.object, name, MeasureKind::ratio, Unit::one, request.group, {}}, &*found, request.side, *limit});
  }
  std::ranges::stable_sort(columns, {}, [](const Column& column) {
    return std::tie(column.info.object, column.info.measure, column.info.group, column.info.period);
  });
  return columns;
}

std::expected<Block, std::string> run_block(const CompiledModel& model, const std::vector<Column>& columns,
                                            const Model& source, std::size_t replication, bool with_citizens) {
  Block block;
  Outcomes baseline;
  Trails trails(model);
  for (std::size_t arm = 0; arm < model.arms.size(); ++arm) {
    const auto where = [&] {
      return "arm \"" + source.arms[arm].name + "\", replication " + std::to_string(replication + 1) + ": ";
    };
    Worlds world(model, model.arms[arm], static_cast<std::uint32_t>(replication));
    for (const Column& column : columns) {
      if (column.side && column.measure->watch) column.measure->watch(world.books(), column.limit.count());
    }
    if (model.arms.size() > 1) world.follow(trails);
    Roll roll(model);
    if (with_citizens) world.show(roll);
    trails.begin_arm(arm);
    const auto events = world.run();
    trails.end_arm();
    if (!events) return std::unexpected(where() + events.error());
    const std::string broken = broken_identity(model, world.ledger());
    if (!broken.empty()) return std::unexpected(where() + broken);
    block.push_back(read_off(world.books(), *events, columns));
    block.back().weekly = world.weekly();
    if (with_citizens) {
      CitizenRows& rows = block.back().citizens;
      rows = citizen_rows(model.arms[arm], roll, arm == 0 ? nullptr : &baseline, world.ledger().outcomes, trails);
      rows.arm = arm;
      rows.replication = replication;
    }
    if (arm == 0) {
      baseline = world.take_outcomes();
    } else {
      block.back().changes = changes_between(model.arms[arm], baseline, world.ledger().outcomes, trails);
    }
  }
  return block;
}

}  // namespace sagsflow
