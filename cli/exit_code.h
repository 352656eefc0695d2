#pragma once

namespace sagsflow {

/// What the program tells the shell.
enum ExitCode : int { kDone = 0, kRunFailed = 1, kBadCommandLine = 2, kBadScenario = 3, kTargetMissed = 4 };

}  // namespace sagsflow
