# bash completion for isnad
_isnad() {
  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "read fetch watch annotate report stories copies explain add search correct export import check completion man --help --version" -- "$word"))
    return
  fi
  case "$before" in
    --rule) COMPREPLY=($(compgen -W "range conservative latest best_supported " -- "$word")); return ;;
    --as) COMPREPLY=($(compgen -W "acled ucdp airwars " -- "$word")); return ;;
    --color) COMPREPLY=($(compgen -W "auto always never " -- "$word")); return ;;
    --language) COMPREPLY=($(compgen -W "en ar " -- "$word")); return ;;
    --digits) COMPREPLY=($(compgen -W "latin arabic " -- "$word")); return ;;
    --form) COMPREPLY=($(compgen -W "reports stories csv annotations claimreview " -- "$word")); return ;;
  esac
  local options=''
  case "${COMP_WORDS[1]}" in
    read) options="--data --help" ;;
    fetch) options="-o --output --delay --timeout --most-mib --most-requests --contact --allow-private --again --help" ;;
    watch) options="-o --output --delay --timeout --most-mib --most-requests --contact --allow-private --every --once --feeds-only --help" ;;
    annotate) options="--layers --published --text --threads --names --data --help" ;;
    report) options="--json --text --rule --as -o --output --published --width --color --language --digits --threads --names --data --help" ;;
    stories) options="--json --published --width --color --language --digits --threads --names --data --help" ;;
    copies) options="--json --published --width --color --language --digits --threads --names --data --help" ;;
    explain) options="--entity --with --figure --together --json --published --width --color --language --digits --threads --names --data --help" ;;
    add) options="--published --threads --data --help" ;;
    search) options="--json --limit --offset --width --color --language --digits --data --help" ;;
    correct) options="--author --note --threads --data --help" ;;
    export) options="--form -o --output --data --help" ;;
    import) options="--threads --data --help" ;;
    check) options="--data --help" ;;
    completion) options="--help" ;;
    man) options="--help" ;;
  esac
  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _isnad isnad
