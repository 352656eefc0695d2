#include "example_results.h"

namespace sagsflow {
namespace {

using enum MeasureKind;

ObjectInfo object(std::string path, std::string kind, std::string da, std::string en) {
  ObjectInfo info;
  info.path = std::move(path);
  info.kind = std::move(kind);
  info.label_da = std::move(da);
  info.label_en = std::move(en);
  return info;
}

}  // namespace

ExampleResults::ExampleResults() {
  results.run.scenario = "eksempel.toml";
  results.run.start = std::chrono::sys_days(std::chrono::year(2018) / 1 / 1);
  results.run.length = 2 * kYear;
  results.run.seed = 7;
  results.arms = {
      {"lov", "Lov", "Law", {}}, {"forsoeg", "Forsøg", "Trial", {}}, {"kf", "Speciallæge", "Specialist", {}}};
  results.observations.resize(kArms);
  for (ArmObservations& arm : results.observations) arm.replications.resize(kReplications);
  add_objects();
  add_waits();
  add_capacity();
  add_citizens();
  add_targets();
}

std::size_t ExampleResults::add_column(std::string object, std::string measure, MeasureKind kind, Unit unit) {
  results.catalogue.push_back({std::move(object), std::move(measure), kind, unit, "", ""});
  for (ArmObservations& arm : results.observations) {
    arm.pooled.emplace_back();
    for (ReplicationObservations& replication : arm.replications) replication.measures.emplace_back();
  }
  return results.catalogue.size() - 1;
}

std::size_t ExampleResults::add(std::string object, std::string measure, MeasureKind kind, Unit unit,
                                const ByArm<double>& values) {
  const std::size_t column = add_column(std::move(object), std::move(measure), kind, unit);
  for (std::size_t arm = 0; arm < kArms; ++arm) {
    for (std::size_t r = 0; r < kReplications; ++r) {
      Summary& summary = at(arm, r, column);
      (kind == level ? summary.mean : kind == count ? summary.count : summary.sum) = values[arm][r];
    }
  }
  return column;
}

std::size_t ExampleResults::add(std::string object, std::string measure, MeasureKind kind, Unit unit,
                                const ByArm<CountAndSum>& values) {
  const std::size_t column = add_column(std::move(object), std::move(measure), kind, unit);
  for (std::size_t arm = 0; arm < kArms; ++arm) {
    for (std::size_t r = 0; r < kReplications; ++r) {
      Summary& summary = at(arm, r, column);
      summary.count = values[arm][r].count;
      summary.sum = values[arm][r].sum;
      if (summary.count > 0) summary.mean = summary.sum / summary.count;
    }
  }
  return column;
}

void ExampleResults::add_objects() {
  auto& objects = results.objects;
  objects.push_back(object("meeting.team", "meeting", "Rehabiliteringsteam", "Rehabilitation team"));
  objects.push_back(object("pool.klinisk_funktion", "pool", "Klinisk Funktion", "Clinical unit"));
  objects.back().outside = true;
  objects.push_back(object("pool.sagsbehandler", "pool", "Sagsbehandlere", "Caseworkers"));
  objects.push_back(object("procedure.jaf", "procedure", "JAF-visitation", "JAF intake"));
  objects.push_back(object("procedure.jaf.step.attest", "step", "Lægeattest LÆ265", "Medical statement LÆ265"));
  objects.back().detail = "wait";
  objects.back().has_deadline = true;
  objects.push_back(object("procedure.jaf.step.plan", "step", "Plan", "Plan"));
  objects.back().detail = "work";
  objects.push_back(object("procedure.jaf.step.paa_dagsorden", "step", "På dagsordenen", "On the agenda"));
  objects.back().detail = "meeting";
  objects.push_back(object("procedure.kf", "procedure", "KF-sag", "Clinical case"));
  objects.push_back(object("procedure.kf.step.hos_kf", "step", "Hos Klinisk Funktion", "At the clinical unit"));
  objects.back().detail = "work";
  objects.back().outside = true;
  objects.push_back(object("status.jobafklaring", "status", "Jobafklaring", "Job clarification"));
  objects.back().has_benefit = true;
  objects.push_back(object("status.jobafklaring.duty.opfoelgning", "duty", "Opfølgning", "Follow-up"));
  objects.back().has_deadline = true;
  objects.push_back(object("total", "total", "I alt", "Total"));
}

void ExampleResults::add_waits() {
  add("meeting.team", "cases_per_session", ratio, Unit::one,
      ByArm<CountAndSum>{{{{{96, 560}, {96, 552}, {96, 564}, {96, 556}}},
                          {{{96, 470}, {96, 462}, {96, 474}, {96, 466}}},
                          {{{96, 562}, {96, 550}, {96, 564}, {96, 556}}}}});
  add("meeting.team", "hours", total, Unit::hours,
      ByArm<double>{{{980, 966, 987, 973}, {822.5, 808.5, 829.5, 815.5}, {983.5, 962.5, 987, 973}}});
  add("meeting.team", "sessions", count, Unit::count,
      ByArm<double>{{{96, 96, 96, 96}, {96, 96, 96, 96}, {96, 96, 96, 96}}});
  add("meeting.team", "wait", tally, Unit::days,
      ByArm<CountAndSum>{{{{{560, 23000}, {552, 22400}, {564, 23900}, {556, 22700}}},
                          {{{470, 8100}, {462, 7700}, {474, 8300}, {466, 7900}}},
                          {{{562, 23300}, {550, 22300}, {564, 24100}, {556, 22500}}}}});
  add("procedure.kf.step.hos_kf", "wait", tally, Unit::days,
      ByArm<CountAndSum>{{{{{400, 18000}, {400, 18400}, {400, 17600}, {400, 18000}}},
                          {{{400, 18000}, {400, 18400}, {400, 17600}, {400, 18000}}},
                          {{{400, 8000}, {400, 8200}, {400, 7700}, {400, 8100}}}}});
  const std::size_t attest = add("procedure.jaf.step.attest", "wait", tally, Unit::days,
                                 ByArm<CountAndSum>{{{{{10, 600}, {20, 1240}, {10, 580}, {20, 1180}}},
                                                     {{{10, 560}, {20, 1120}, {10, 550}, {20, 1070}}},
                                                     {{{10, 600}, {20, 1240}, {10, 580}, {20, 1180}}}}});
  const ByArm<double> p90{{{90, 100, 95, 95}, {84, 92, 89, 87}, {90, 100, 95, 95}}};
  for (std::size_t arm = 0; arm < kArms; ++arm) {
    for (std::size_t r = 0; r < kReplications; ++r) {
      at(arm, r, attest).p90 = p90[arm][r];
      at(arm, r, attest).open = arm == 1 ? 0 : 1;
      at(arm, r, attest).horizon = 731;
    }
    pooled(arm, attest).p90 = arm == 1 ? 88 : 96;
  }
  add("procedure.jaf.step.attest", "entries", count, Unit::count,
      ByArm<double>{{{10, 20, 10, 20}, {10, 20, 10, 20}, {10, 20, 10, 20}}});
  add("procedure.jaf.step.attest", "over_deadline", count, Unit::count,
      ByArm<double>{{{8, 17, 9, 16}, {7, 16, 8, 14}, {8, 17, 9, 16}}});
}

void ExampleResults::add_capacity() {
  add("procedure.jaf", "lead_time", tally, Unit::days,
      ByArm<CountAndSum>{{{{{100, 12000}, {100, 12400}, {100, 11600}, {100, 12000}}},
                          {{{100, 4000}, {100, 4200}, {100, 3800}, {100, 4000}}},
                          {{{100, 12000}, {100, 12390}, {100, 11610}, {100, 12000}}}}});
  add("pool.klinisk_funktion", "hours", total, Unit::hours,
      ByArm<double>{{{2960, 2960, 2960, 2960}, {2960, 2960, 2960, 2960}, {2100, 2140, 2060, 2100}}});
  add("pool.sagsbehandler", "hours", total, Unit::hours,
      ByArm<double>{{{1000, 1100, 900, 1000}, {900, 990, 820, 890}, {1012, 1090, 906, 996}}});
  add("pool.sagsbehandler", "cost", total, Unit::dkk,
      ByArm<double>{
          {{330000, 363000, 297000, 330000}, {297000, 326700, 270600, 293700}, {333960, 359700, 298980, 328680}}});
  add("procedure.jaf.step.plan", "hours", total, Unit::hours,
      ByArm<double>{{{100, 110, 90, 100}, {140, 152, 130, 138}, {100, 110, 90, 100}}});
  add("status.jobafklaring", "stock", level, Unit::count,
      ByArm<double>{{{1800, 1810, 1790, 1800}, {1750, 1764, 1738, 1748}, {1798, 1811, 1791, 1796}}});
  add("status.jobafklaring", "duration", tally, Unit::days,
      ByArm<CountAndSum>{{{{{100, 42000}, {100, 43400}, {100, 40600}, {100, 42000}}},
                          {{{100, 40600}, {100, 41860}, {100, 39340}, {100, 40600}}},
                          {{{100, 42000}, {100, 43400}, {100, 40600}, {100, 42000}}}}});
  add("status.jobafklaring.duty.opfoelgning", "due", count, Unit::count,
      ByArm<double>{{{600, 600, 600, 600}, {600, 600, 600, 600}, {600, 600, 600, 600}}});
  add("status.jobafklaring.duty.opfoelgning", "late", count, Unit::count,
      ByArm<double>{{{60, 66, 54, 60}, {30, 33, 28, 29}, {58, 68, 55, 57}}});
}

void ExampleResults::add_citizens() {
  add("total", "benefit", total, Unit::dkk,
      ByArm<double>{{{750e6, 755e6, 745e6, 750e6}, {737.5e6, 742e6, 733e6, 737.5e6}, {750e6, 754e6, 745e6, 751e6}}});
  add("total", "fees", total, Unit::dkk,
      ByArm<double>{{{17250, 34500, 17250, 34500}, {17250, 34500, 17250, 34500}, {17250, 34500, 17250, 34500}}});
  add("total", "state_net", total, Unit::dkk,
      ByArm<double>{
          {{150e6, 151e6, 149e6, 150e6}, {147.5e6, 148.4e6, 146.6e6, 147.5e6}, {150e6, 150.8e6, 149e6, 150.2e6}}});
  add("total", "municipal_net", total, Unit::dkk,
      ByArm<double>{{{600e6, 604e6, 596e6, 600e6}, {590e6, 593.6e6, 586.4e6, 590e6}, {599e6, 605e6, 596e6, 599e6}}});
  add("total", "staff_cost", total, Unit::dkk,
      ByArm<double>{
          {{330000, 363000, 297000, 330000}, {297000, 326700, 270600, 293700}, {333960, 359700, 298980, 328680}}});
  add("total", "staff_hours", total, Unit::hours,
      ByArm<double>{{{1000, 1100, 900, 1000}, {900, 990, 820, 890}, {1012, 1090, 906, 996}}});
  for (std::size_t arm = 1; arm < kArms; ++arm) {
    for (std::size_t r = 0; r < kReplications; ++r) {
      CitizenChanges changes;
      const double extra = r % 2 == 0 ? 2 : -2;
      changes.shorter = (arm == 1 ? 60 : 30) + extra;
      changes.same = arm == 1 ? 25 : 50;
      changes.longer = (arm == 1 ? 10 : 15) - extra;
      changes.undecided = 5;
      changes.shorter_days = -20 * changes.shorter;
      changes.longer_days = 5 * changes.longer;
      results.observations[arm].changes.push_back(changes);
    }
  }
}

void ExampleResults::add_targets() {
  TargetInfo attest;
  attest.name = "attest";
  attest.label_da = "Ventetid på LÆ265";
  attest.label_en = "Wait for LÆ265";
  attest.of = "procedure.jaf.step.attest";
  attest.measure = "wait";
  attest.arms = {"lov"};
  attest.value = 60;
  attest.within = 5;
  attest.kind = "hard";
  attest.source = "L15";
  TargetInfo ninety = attest;
  ninety.name = "attest_90";
  ninety.label_da = "Ni ud af ti får LÆ265 inden";
  ninety.label_en = "Nine in ten have LÆ265 within";
  ninety.measure = "wait:p90";
  ninety.value = ninety.within = kUndefined;
  ninety.below = 90;
  ninety.kind = "soft";
  ninety.note_da =
      "Kilden tæller kun attester, der kom; her tæller også dem, der endnu ventes på, og derfor er den længste "
      "ventetid længere.";
  ninety.note_en = "The source counts only statements that came; here those still awaited count as well.";
  TargetInfo saved = attest;
  saved.name = "sparet_tid";
  saved.label_da = "Timer sparet pr. sag";
  saved.label_en = "Hours saved a case";
  saved.of = "pool.sagsbehandler";
  saved.measure = "hours";
  saved.per = "procedure.jaf.step.attest entries";
  saved.arms = {"lov", "forsoeg"};
  saved.value = -6.7;
  saved.within = 0.5;
  saved.source = "q001-1";
  TargetInfo shorter = attest;
  shorter.name = "kortere";
  shorter.label_da = "Ventetid til teamet";
  shorter.label_en = "Wait for the team";
  shorter.of = "meeting.team";
  shorter.arms = {"lov", "forsoeg"};
  shorter.value = shorter.within = kUndefined;
  shorter.sign = '-';
  shorter.kind = "mechanical";
  shorter.source = "q000-4";
  results.targets = {attest, ninety, saved, shorter};
}

}  // namespace sagsflow
