#include "models/caseload/worlds.h"

namespace sagsflow {

Worlds::Worlds(const CompiledModel& model, const CompiledArm& arm, std::uint32_t replication, Limits limits)
    : model_(model), arm_(arm), replication_(replication), limits_(limits), account_{Books(model, arm), {}} {}

std::expected<std::uint64_t, std::string> Worlds::run() {
  for (std::uint32_t number = 0; number < model_.worlds.count; ++number) {
    if (number > 0) account_.books.begin_world();
    World world(model_, arm_, replication_, number, std::move(account_), limits_);
    if (trails_ != nullptr) world.follow(*trails_);
    if (witness_ != nullptr) world.show(*witness_);
    auto account = world.run();
    if (!account) return std::unexpected(account.error());
    account_ = *std::move(account);
  }
  return account_.events;
}

}  // namespace sagsflow
