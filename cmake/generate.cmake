# What the build makes from installed data: Unicode tables (ICU) and the table of Arabic word forms (hunspell-ar).
set(ISNAD_GENERATED ${CMAKE_CURRENT_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${ISNAD_GENERATED})

add_executable(make_unicode_tables tools/make_unicode_tables.cc src/base/utf8.cc)
target_include_directories(make_unicode_tables PRIVATE src tools)
target_link_libraries(make_unicode_tables PRIVATE isnad_flags ICU::i18n ICU::uc ICU::data)
add_custom_command(
  OUTPUT ${ISNAD_GENERATED}/unicode_tables.cc
  COMMAND make_unicode_tables ${ISNAD_GENERATED}/unicode_tables.cc
  DEPENDS make_unicode_tables
  COMMENT "Making the Unicode tables")

find_path(HUNSPELL_AR ar.dic PATHS /usr/share/hunspell /usr/local/share/hunspell
          DOC "folder of ar.dic and ar.aff (Debian: hunspell-ar)" REQUIRED)
add_executable(make_word_forms tools/make_word_forms.cc src/lexicon/word_forms.cc src/base/fold.cc
                               src/base/utf8.cc ${ISNAD_GENERATED}/unicode_tables.cc)
target_include_directories(make_word_forms PRIVATE src)
target_link_libraries(make_word_forms PRIVATE isnad_flags PkgConfig::XXHASH)
add_custom_command(
  OUTPUT ${ISNAD_GENERATED}/word_forms.bin
  COMMAND make_word_forms ${HUNSPELL_AR}/ar.aff ${HUNSPELL_AR}/ar.dic ${ISNAD_GENERATED}/word_forms.bin
  DEPENDS make_word_forms ${HUNSPELL_AR}/ar.aff ${HUNSPELL_AR}/ar.dic
  COMMENT "Making the table of word forms")
