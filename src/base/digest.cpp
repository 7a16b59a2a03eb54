#include "base/digest.h"

#include <algorithm>

#include <openssl/evp.h>

#include "base/failure.h"
#include "base/running_digest.h"

namespace assay {

namespace {

/// OpenSSL fails only where it was built or configured without the algorithm.
void require(bool done) {
  if (!done) throw Failure(Exit::internal, "SHA-256 is not available from this machine's OpenSSL");
}

/// Eight bytes, the least first, whatever the machine's order is.
std::array<char, 8> length_prefix(std::size_t length) {
  std::array<char, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(length >> (8 * i) & 0xFF);
  return bytes;
}

}  // namespace

RunningDigest::RunningDigest() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
  require(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
}

void RunningDigest::add(std::string_view bytes) {
  require(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
}

Digest RunningDigest::finish() {
  Digest digest{};
  unsigned length = 0;
  require(EVP_DigestFinal_ex(context_.get(), digest.data(), &length) == 1 && length == digest.size());
  return digest;
}

Digest sha256(std::string_view bytes) {
  RunningDigest hasher;
  hasher.add(bytes);
  return hasher.finish();
}

std::string to_hex(const Digest& digest) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    hex += digits[byte >> 4];
    hex += digits[byte & 0xF];
  }
  return hex;
}

std::string fingerprint(std::span<const std::string_view> parts, std::size_t characters) {
  RunningDigest hasher;
  for (const std::string_view part : parts) {
    const std::array<char, 8> prefix = length_prefix(part.size());
    hasher.add({prefix.data(), prefix.size()});
    hasher.add(part);
  }
  std::string hex = to_hex(hasher.finish());
  hex.resize(std::min(characters, hex.size()));
  return hex;
}

}  // namespace assay
