#!/usr/bin/env bash
# How long the start of a script takes: `belay run` of one that has been compiled before, beside the built program and beside `dotnet run file.cs`;
# and how long 10 MB of output take, collected and line by line. Pairs in turn, so that a slow moment is one for both; medians.
#   bench/cli/startup.sh [PAIRS]
set -euo pipefail
pairs=${1:-15}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export BELAY_CACHE="$work/cache" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build "$root/src/Belay.Cli" -c Release -v q --nologo
belay="$root/src/Belay.Cli/bin/Release/net10.0/Belay.Cli"
mkdir "$work/script" "$work/built"
cd "$work/script"
cat >hello.cs <<'EOF'
using Belay;
await Coro.Yield();
Console.WriteLine("hello");
EOF
{ echo "#:property AllowUnsafeBlocks=false"; echo 'await Task.Yield(); Console.WriteLine("hello");'; } >plain.cs
echo 'for (var i = 0; i < 500_000; i++) Console.WriteLine("twenty bytes a line");' >lines.cs

# The same, as a project.
cat >"$work/built/hello.csproj" <<EOF
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup><Reference Include="$root/src/Belay.Cli/bin/Release/net10.0/Belay.dll" /></ItemGroup>
</Project>
EOF
cat >"$work/built/hello.cs" <<'EOF'
using Belay;
return Coro.RunMain(Main());
static async Coro Main()
{
    await Coro.Yield();
    Console.WriteLine("hello");
}
EOF
dotnet build "$work/built" -c Release -v q --nologo

# Milliseconds.
took() {
    local start=$EPOCHREALTIME
    "$@" >/dev/null
    local end=$EPOCHREALTIME
    echo $(((${end/./} - ${start/./}) / 1000))
}

median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# compare NAME NAME COMMAND... -- COMMAND...
compare() {
    local first_name=$1 second_name=$2 first=() second=() ratios="" a b one="" two=""
    shift 2
    while [[ $1 != -- ]]; do first+=("$1"); shift; done
    shift
    second=("$@")
    took "${first[@]}" >/dev/null
    took "${second[@]}" >/dev/null
    for ((i = 0; i < pairs; i++)); do
        a=$(took "${first[@]}")
        b=$(took "${second[@]}")
        one+="$a"$'\n'
        two+="$b"$'\n'
        ratios+="$(awk -v a="$a" -v b="$b" 'BEGIN { printf "%.2f\n", a / b }')"$'\n'
    done
    echo "$first_name $(printf %s "$one" | median) ms, $second_name $(printf %s "$two" | median) ms: $(printf %s "$ratios" | median) times as long"
}

compare "belay run, compiled before" "the built program (dotnet hello.dll)" "$belay" run hello.cs -- dotnet "$work/built/bin/Release/net10.0/hello.dll"
compare "dotnet run file.cs" "belay run" dotnet run plain.cs -- "$belay" run plain.cs
compare "10 MB line by line (-u)" "10 MB collected" "$belay" run -u lines.cs -- "$belay" run lines.cs
