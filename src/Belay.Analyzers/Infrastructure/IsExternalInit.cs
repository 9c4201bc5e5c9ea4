namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for where there are records; .NET Standard 2.0 has it not.</summary>
static class IsExternalInit;
