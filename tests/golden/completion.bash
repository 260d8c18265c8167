# bash completion for isnad
_isnad() {
  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "annotate report stories copies explain completion man --help --version" -- "$word"))
    return
  fi
  case "$before" in
    --color) COMPREPLY=($(compgen -W "auto always never " -- "$word")); return ;;
    --language) COMPREPLY=($(compgen -W "en ar " -- "$word")); return ;;
    --digits) COMPREPLY=($(compgen -W "latin arabic " -- "$word")); return ;;
  esac
  local options=''
  case "${COMP_WORDS[1]}" in
    annotate) options="--layers --published --text --threads --names --data --help" ;;
    report) options="--json --text -o --output --published --width --color --language --digits --threads --names --data --help" ;;
    stories) options="--json --published --width --color --language --digits --threads --names --data --help" ;;
    copies) options="--json --published --width --color --language --digits --threads --names --data --help" ;;
    explain) options="--entity --with --json --published --width --color --language --digits --threads --names --data --help" ;;
    completion) options="--help" ;;
    man) options="--help" ;;
  esac
  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _isnad isnad
