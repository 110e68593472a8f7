#include "core/table/record.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/table/text.h"

namespace premiumlens {

Record ReadRecord(std::string_view text, std::size_t offset, char delimiter, std::int64_t row) {
  const auto refuse_long = [&](std::size_t end) {
    if (end - offset > kLongestLine) {
      throw Failure(
          {.code = Code::line_too_long, .row = row, .text = Quote(text.substr(offset, 80), 40)});
    }
  };
  const std::size_t line_end = std::min(text.find('\n', offset), text.size());
  refuse_long(line_end);
  std::size_t end = line_end;
  bool open_quote = false;
  const std::size_t quote = text.substr(offset, line_end - offset).find('"');
  if (delimiter != ' ' && quote != std::string_view::npos) {
    bool inside = false;
    bool cell_start = true;
    for (end = offset; end < text.size() && (inside || text[end] != '\n'); ++end) {
      const char c = text[end];
      if (c == '"' && (inside || cell_start)) inside = !inside;
      cell_start = !inside && (c == delimiter || (c == '"' && cell_start));
      if (inside && end - offset > kLongestLine) break;
    }
    if (inside) {
      open_quote = true;
      end = line_end;
    }
  }
  std::string_view record = text.substr(offset, end - offset);
  if (record.ends_with('\r')) record.remove_suffix(1);
  return {record, std::min(end + 1, text.size()), open_quote};
}

void SplitRecord(std::string_view record, char delimiter, std::vector<std::string_view>& cells,
                 std::vector<std::string>& storage) {
  cells.clear();
  storage.clear();
  if (delimiter == ' ') {
    for (record = Trim(record); !record.empty(); record = Trim(record)) {
      const std::size_t end = std::min(record.find_first_of(" \t"), record.size());
      cells.push_back(record.substr(0, end));
      record.remove_prefix(end);
    }
    return;
  }
  storage.reserve(static_cast<std::size_t>(std::count(record.begin(), record.end(), '"')));
  for (bool more = true; more;) {
    std::size_t end = 0;
    if (!record.empty() && record[0] == '"') {
      std::string cell;
      for (end = 1; end < record.size(); ++end) {
        if (record[end] != '"') {
          cell += record[end];
        } else if (end + 1 < record.size() && record[end + 1] == '"') {
          cell += record[end++];
        } else {
          ++end;
          break;
        }
      }
      const std::size_t stop = std::min(record.find(delimiter, end), record.size());
      cell += record.substr(end, stop - end);
      storage.push_back(std::move(cell));
      cells.push_back(storage.back());
      end = stop;
    } else {
      end = std::min(record.find(delimiter), record.size());
      cells.push_back(record.substr(0, end));
    }
    more = end < record.size();
    record.remove_prefix(std::min(end + 1, record.size()));
  }
}

}  // namespace premiumlens
