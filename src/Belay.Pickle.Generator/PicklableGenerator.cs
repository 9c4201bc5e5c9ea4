using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Belay.Pickling.Generator;

/// <summary>Writes a converter for each class and enum that has [Picklable], and registers it as its assembly is loaded.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PicklableGenerator : IIncrementalGenerator
{
    const string AttributeName = "Belay.Pickling.PicklableAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var types = context.SyntaxProvider.ForAttributeWithMetadataName(AttributeName, static (_, _) => true, static (context, _) => TypeReader.Read(context));
        context.RegisterSourceOutput(types, static (context, result) =>
        {
            foreach (var complaint in result.Complaints) context.ReportDiagnostic(complaint.ToDiagnostic());
            if (result.Type is { } type) context.AddSource(type.FileName, SourceText.From(ConverterWriter.Write(type), Encoding.UTF8));
        });
    }
}
