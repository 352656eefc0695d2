#pragma once

#include <string>
#include <string_view>

namespace sagsflow {

/// The SHA-256 (FIPS 180-4, 2015) of the bytes, as 64 hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace sagsflow
