// A text that grows at its end without being filled with zeros first, and that the scanning
// functions (scan.h) may read past.

#ifndef PREMIUMLENS_CORE_TABLE_TEXT_BUFFER_H_
#define PREMIUMLENS_CORE_TABLE_TEXT_BUFFER_H_

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>

namespace premiumlens {

// Bytes behind the text that may be read: no scanning function looks further.
inline constexpr std::size_t kScanPadding = 80;

class TextBuffer {
 public:
  // Makes room for a text of that many bytes, so that it is not moved while it grows.
  void Reserve(std::size_t bytes) {
    if (bytes + kScanPadding <= capacity_) return;
    const std::size_t capacity = bytes + kScanPadding;
    char* const moved = static_cast<char*>(std::realloc(data_.get(), capacity));
    if (moved == nullptr) throw std::bad_alloc();
    static_cast<void>(data_.release());
    data_.reset(moved);
    capacity_ = capacity;
  }

  // Room for `bytes` bytes behind the text; they become part of it by Extend().
  char* Room(std::size_t bytes) {
    if (size_ + bytes + kScanPadding > capacity_) {
      Reserve(std::max(size_ + bytes, size_ + size_ / 2));
    }
    return data_.get() + size_;
  }
  void Extend(std::size_t bytes) { size_ += std::min(bytes, capacity_ - size_); }

  void Append(std::string_view piece) {
    if (piece.empty()) return;
    std::memcpy(Room(piece.size()), piece.data(), piece.size());
    size_ += piece.size();
  }

  void Truncate(std::size_t bytes) { size_ = std::min(size_, bytes); }

  // Makes what is behind the text readable: nothing may be appended any more.
  void Seal() { std::memset(Room(0), 0, kScanPadding); }

  char* begin() { return data_.get(); }
  char* end() { return data_.get() + size_; }
  std::string_view view() const { return {data_.get(), size_}; }

 private:
  struct Free {
    void operator()(char* data) const { std::free(data); }
  };
  std::unique_ptr<char, Free> data_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;  // with the padding
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_TABLE_TEXT_BUFFER_H_
