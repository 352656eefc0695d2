#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace sagsflow {

/// What one needs to make a result again, and to see that it was.
struct Manifest {
  struct InputFile {
    std::string path;
    std::string sha256;  ///< in hexadecimal
  };
  struct Machine {
    std::string host, system, architecture;
    unsigned processors = 0;
  };
  struct Counts {
    std::size_t arms = 0;
    std::size_t replications = 0;  ///< of each arm
    std::uint64_t events = 0;      ///< of all arms and replications
  };
  /// A goal of `run.precision`: half-widths as shares.
  struct Precision {
    std::string measure;
    double goal = 0, found = 0;  ///< found: not a number when there is no interval
    bool reached = false;
  };

  std::string version, commit;
  std::string scenario;
  std::vector<InputFile> inputs;  ///< in the order in which they were read
  std::uint64_t seed = 0;
  std::vector<std::string> command_line;
  unsigned threads = 0;
  std::chrono::sys_seconds started{}, finished{};  ///< UTC
  Machine machine;
  Counts counts;
  std::vector<Precision> precision;  ///< empty when none was asked for
};

/// The text of manifest.json.
std::string manifest_json(const Manifest& manifest);

}  // namespace sagsflow
