// Invariants: checked in every build. A broken one is a defect of the program, never of its input.
#pragma once

namespace isnad {

[[noreturn]] void invariant_broken(const char* what, const char* file, int line);

}  // namespace isnad

#define ISNAD_INVARIANT(condition) ((condition) ? void(0) : ::isnad::invariant_broken(#condition, __FILE__, __LINE__))
