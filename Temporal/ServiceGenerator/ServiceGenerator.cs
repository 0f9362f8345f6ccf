using Microsoft.CodeAnalysis;

namespace Temporalio.ServiceGenerator;

/// <summary>Makes a class of typed methods for the service of each .proto file among the additional files.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ServiceGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var protos = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".proto", System.StringComparison.Ordinal))
            .Select((file, cancellationToken) => file.GetText(cancellationToken)?.ToString() ?? string.Empty);
        context.RegisterSourceOutput(protos, (output, proto) =>
        {
            if (ProtoParser.Parse(proto) is { } service)
            {
                output.AddSource($"{service.ClassName}.g.cs", ServiceWriter.Write(service));
            }
        });
    }
}
