using Google.Protobuf.Reflection;
using Temporalio.Api.Dependencies.Google.Api;
using TemporalVideo.DevServer.Rpc;

namespace TemporalVideo.DevServer.Http;

/// <summary>One binding of an RPC to HTTP.</summary>
/// <param name="Verb">The HTTP method.</param>
/// <param name="Template">The path.</param>
/// <param name="Body">Field that the body becomes, <c>*</c> for the whole request, empty for none.</param>
/// <param name="Method">The RPC.</param>
/// <param name="Table">Who answers it.</param>
internal sealed record HttpRoute(string Verb, PathTemplate Template, string Body, MethodDescriptor Method, RpcTable Table)
{
    /// <summary>The bindings that a service's descriptor declares.</summary>
    public static IEnumerable<HttpRoute> Of(RpcTable table) =>
        from method in table.Service.Methods
        let rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http)
        where rule is not null
        from binding in rule.AdditionalBindings.Prepend(rule)
        let path = Path(binding)
        select new HttpRoute(path.Verb, new PathTemplate(path.Template), binding.Body, method, table);

    private static (string Verb, string Template) Path(HttpRule rule) => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => ("GET", rule.Get),
        HttpRule.PatternOneofCase.Post => ("POST", rule.Post),
        HttpRule.PatternOneofCase.Put => ("PUT", rule.Put),
        HttpRule.PatternOneofCase.Delete => ("DELETE", rule.Delete),
        HttpRule.PatternOneofCase.Patch => ("PATCH", rule.Patch),
        _ => throw new InvalidOperationException($"No HTTP method in {rule}."),
    };
}
