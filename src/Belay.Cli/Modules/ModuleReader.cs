using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Belay.Cli;

/// <summary>Reads source files, each of which is an input of the program.</summary>
sealed class ModuleReader(SearchRoots roots, ProgramInputs inputs, CSharpParseOptions options)
{
    internal (SourceModule Module, CompilationUnitSyntax Syntax) Read(string file)
    {
        var bytes = ReadBytes(file);
        inputs.AddFile(file, bytes);
        var source = SourceText.From(bytes, bytes.Length, Encoding.UTF8);
        var (directives, code) = Directive.Read(file, source.ToString());
        var syntax = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code, options, file).GetRoot();
        var module = new SourceModule { File = file, Name = roots.NameOf(file), Source = source, Code = code, Directives = directives };
        module.Namespaces = FindNamespaces(syntax, module.OwnNamespace);
        return (module, syntax);
    }

    static byte[] ReadBytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{Display.Path(file)} cannot be read: {failure.Message}");
        }
    }

    static List<string> FindNamespaces(CompilationUnitSyntax syntax, string own)
    {
        var declared = syntax.Members.OfType<BaseNamespaceDeclarationSyntax>().Select(declaration => declaration.Name.ToString());
        var hasOwn = syntax.Members.Any(member => member is not BaseNamespaceDeclarationSyntax);
        return [.. (hasOwn ? declared.Prepend(own) : declared).Distinct()];
    }
}
