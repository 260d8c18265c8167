// Versions: of the program, and of the form of its JSON.
#pragma once

namespace isnad {

inline constexpr char version[] = "0.1.0";
inline constexpr char format_version[] = "1";

}  // namespace isnad
