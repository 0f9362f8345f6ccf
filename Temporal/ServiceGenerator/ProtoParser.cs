using System.Linq;
using System.Text.RegularExpressions;

namespace Temporalio.ServiceGenerator;

/// <summary>Reads the service of a .proto file: of the whole grammar only what a service's methods need.</summary>
internal static class ProtoParser
{
    private static readonly Regex Comments = new(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline);
    private static readonly Regex Package = new(@"^\s*package\s+([\w.]+)\s*;", RegexOptions.Multiline);
    private static readonly Regex Namespace = new(@"option\s+csharp_namespace\s*=\s*""([^""]+)""");
    private static readonly Regex Service = new(@"^\s*service\s+(\w+)\s*\{", RegexOptions.Multiline);

    // A streaming method has the word before its type, so it does not match: the services called here are unary.
    private static readonly Regex Method = new(@"\brpc\s+(\w+)\s*\(\s*([\w.]+)\s*\)\s*returns\s*\(\s*([\w.]+)\s*\)");

    /// <summary>The first service of the file, or null.</summary>
    public static ProtoService? Parse(string proto)
    {
        var text = Comments.Replace(proto, string.Empty);
        var service = Service.Match(text);
        if (!service.Success)
        {
            return null;
        }

        var package = Package.Match(text).Groups[1].Value;
        var csharpNamespace = Namespace.Match(text).Groups[1].Value;
        var methods = Method.Matches(text).Cast<Match>().Select(method => new ProtoMethod(
            method.Groups[1].Value,
            CSharpType(method.Groups[2].Value, csharpNamespace),
            CSharpType(method.Groups[3].Value, csharpNamespace)));
        return new ProtoService(package, service.Groups[1].Value, methods.ToArray());
    }

    private static string CSharpType(string protoType, string csharpNamespace)
    {
        const string WellKnown = "google.protobuf.";
        return protoType.StartsWith(WellKnown, System.StringComparison.Ordinal)
            ? "global::Google.Protobuf.WellKnownTypes." + protoType.Substring(WellKnown.Length)
            : "global::" + csharpNamespace + "." + protoType;
    }
}
