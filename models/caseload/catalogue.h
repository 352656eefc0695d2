#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/process/model.h"

namespace sagsflow {

/// Names and numbers of everything that occurs in any arm of a model. A number means the same thing in every arm,
/// so that arms can be compared and a citizen has the same luck in all of them. Within a list: by path.
struct Catalogue {
  struct Named {
    std::string name;
    std::string path;       ///< "status.ledig.exit.job"
    std::uint64_t key = 0;  ///< place_key(path)
  };
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t end() const { return first + count; }
  };
  struct Trait : Named {
    TraitDefinition::Kind kind = TraitDefinition::Kind::attribute;
    std::vector<std::string> values;
    std::vector<std::uint64_t> value_keys;
  };
  struct Status : Named {
    Range exits, duties;
  };
  struct Exit : Named {
    std::uint32_t status = 0;
  };
  struct Duty : Named {
    std::uint32_t status = 0;
    std::uint32_t name_id = 0;  ///< duties of one name in several statuses share it
  };
  struct Procedure : Named {
    Range steps;
  };
  struct Step : Named {
    std::uint32_t procedure = 0;
    std::vector<std::string> ways;  ///< the targets of `next` in any arm, by name
    Range way_counters;
    // In some arm, at some date or for some citizens: a trial may give it another kind.
    bool takes_time = false, is_work = false, may_be_given_up = false, has_deadline = false, has_fee = false;
  };
  /// A pool or a meeting, with its separate parts where it says `per`.
  struct Shared : Named {
    std::int32_t per = -1;  ///< a trait, or -1
    Range parts;
  };

  std::vector<Trait> traits;
  std::vector<Named> arrivals;
  std::vector<Named> stocks;
  std::vector<Status> statuses;
  std::vector<Exit> exits;
  std::vector<Duty> duties;
  std::vector<std::string> duty_names;
  std::vector<Procedure> procedures;
  std::vector<Step> steps;
  std::vector<Shared> pools;
  std::vector<Shared> meetings;
  std::uint32_t pool_parts = 0, meeting_parts = 0, way_counters = 0;

  /// Throws nothing; the model is validated, so the name is there.
  std::uint32_t trait(std::string_view name) const;
  std::uint32_t status(std::string_view name) const;
  std::uint32_t procedure(std::string_view name) const;
  std::uint32_t step(std::uint32_t procedure, std::string_view name) const;
  std::uint32_t pool(std::string_view name) const;
  std::uint32_t meeting(std::string_view name) const;
  std::uint32_t duty_name(std::string_view name) const;
  std::uint8_t trait_value(std::uint32_t trait, std::string_view value) const;
};

/// Two paths with the same key would share their luck: the two paths, or empty strings.
struct KeyCollision {
  std::string first, second;
};

Catalogue make_catalogue(const Model& model);
KeyCollision find_collision(const Catalogue& catalogue);

}  // namespace sagsflow
