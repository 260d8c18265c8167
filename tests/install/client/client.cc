// Ten lines that use isnad as a stranger would: with what was installed and nothing else.
#include <isnad/isnad.h>

#include <iostream>

int main() {
  const isnad::Analyzer analyzer;
  const std::string line = analyzer.annotate({.id = "1", .text = "قال وزير الصحة إن ثلاثة أشخاص قتلوا.\n"});
  std::cout << isnad::library_version() << " " << line << "\n";
  return line.find("\"lines\"") == std::string::npos;
}
