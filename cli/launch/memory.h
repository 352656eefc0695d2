#pragma once

namespace sagsflow {

/// Keeps arrays as large as a caseload apart from the small things, so that what they took while they grew goes back to
/// the system at once. To be called before anything large is made.
void keep_large_arrays_apart();

/// Gives back to the system what is free: after a scenario has been read, several times what is left of it.
void give_back_free_memory();

}  // namespace sagsflow
