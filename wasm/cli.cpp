// The native command behind `scripts/run --native`: tables from files, one JSON request a line on
// standard input, one reply a line on standard output. Files hold UTF-8; scripts/run decodes.
//
//   premiumlens-cli [--list] [--table NAME=FILE[=ORIGINAL-NAME]]...

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/dispatcher.h"
#include "wasm/json.h"

namespace premiumlens::wasm {
namespace {

constexpr std::size_t kPiece = 1 << 20;

bool LoadFile(TableStore& tables, std::string_view argument) {
  const std::size_t first = argument.find('=');
  if (first == std::string_view::npos) return false;
  const std::string name(argument.substr(0, first));
  const std::size_t second = std::min(argument.find('=', first + 1), argument.size());
  const std::string path(argument.substr(first + 1, second - first - 1));
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  tables.Create(name, second < argument.size() ? argument.substr(second + 1) : path);
  std::vector<char> piece(kPiece);
  for (std::size_t read = 0; (read = std::fread(piece.data(), 1, kPiece, file)) > 0;) {
    tables.Append(name, {piece.data(), read});
  }
  std::fclose(file);
  return true;
}

bool ReadLine(std::string& line) {
  line.clear();
  for (int c = std::getchar(); c != EOF; c = std::getchar()) {
    if (c == '\n') return true;
    line += static_cast<char>(c);
  }
  return !line.empty();
}

void PrintLine(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::putchar('\n');
  std::fflush(stdout);
}

// A column of a table as JSON, for replies that refer to a result table:
// {"column_of": "=1", "column": "dates"} → {"ok": true, "result": [...]}.
std::string ColumnReply(Dispatcher& dispatcher, const Json& request) {
  Json values = Json::array();
  const Table& table = dispatcher.tables().Get(request["column_of"].get<std::string>());
  const auto index = FindColumn(table, request["column"].get<std::string>());
  if (index) {
    const Column& column = table.columns[*index];
    for (const double x : column.numbers) values.push_back(Number(x));
    for (const Date date : column.dates) {
      values.push_back(date == kMissingDate ? Json(nullptr) : Json(FormatIso(date)));
    }
    for (const std::uint32_t word : column.texts) {
      values.push_back(word == kMissingText ? Json(nullptr) : Json(column.words[word]));
    }
  }
  return Json{{"ok", true}, {"result", std::move(values)}}.dump();
}

int Main(int argc, char** argv) {
  Dispatcher dispatcher;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--list") {
      PrintLine(List().dump());
      return 0;
    }
    if (argument != "--table" || i + 1 == argc || !LoadFile(dispatcher.tables(), argv[++i])) {
      std::fprintf(stderr, "premiumlens-cli: cannot use '%s'\n", argv[i]);
      return 2;
    }
  }
  std::string line;
  while (ReadLine(line)) {
    const Json request = Json::parse(line, nullptr, false);
    const bool is_column = request.is_object() && request.contains("column_of");
    PrintLine(is_column ? ColumnReply(dispatcher, request) : dispatcher.Run(line));
  }
  return 0;
}

}  // namespace
}  // namespace premiumlens::wasm

int main(int argc, char** argv) {
  try {
    return premiumlens::wasm::Main(argc, argv);
  } catch (const std::exception& fault) {  // memory that ran out while a file was read
    std::fprintf(stderr, "premiumlens-cli: %s\n", fault.what());
    return 2;
  }
}
