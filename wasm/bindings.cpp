// Registers the dispatcher with Embind; nothing else happens here.

#include "wasm/bindings.h"

#include <emscripten/bind.h>

#include <string>

namespace premiumlens::wasm {

Dispatcher& TheDispatcher() {
  static Dispatcher dispatcher;
  return dispatcher;
}

namespace {

std::string Run(const std::string& request) { return TheDispatcher().Run(request); }
int Begin(const std::string& request) { return TheDispatcher().Begin(request); }
bool Step(int job, double budget_ms) { return TheDispatcher().Step(job, budget_ms); }
double Progress(int job) { return TheDispatcher().Progress(job); }
std::string Finish(int job) { return TheDispatcher().Finish(job); }
void Abandon(int job) { TheDispatcher().Abandon(job); }

}  // namespace

EMSCRIPTEN_BINDINGS(premiumlens) {
  emscripten::function("run", &Run);
  emscripten::function("begin", &Begin);
  emscripten::function("step", &Step);
  emscripten::function("progress", &Progress);
  emscripten::function("finish", &Finish);
  emscripten::function("abandon", &Abandon);
}

}  // namespace premiumlens::wasm
