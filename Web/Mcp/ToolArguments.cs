using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace TemporalVideo.Web.Mcp;

/// <summary>
/// Says which argument of a tool cannot be read and what is expected, before the tool is called. The SDK answers that an error occurred,
/// which helps no model to do better, and takes no notice of arguments that there are not.
/// </summary>
internal static class ToolArguments
{
    private const string Document = "tools/list says what is expected.";

    /// <summary>A filter for calls of tools.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Check(
        McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (call, cancellationToken) =>
    {
        if (call is { MatchedPrimitive: McpServerTool tool, Params: { } sent }
            && SchemaFault.Of(JsonSerializer.SerializeToElement(sent.Arguments ?? new Dictionary<string, JsonElement>()),
                tool.ProtocolTool.InputSchema) is { } fault)
        {
            return ToolErrors.Refused(Words(fault));
        }

        try
        {
            return await next(call, cancellationToken);
        }
        catch (JsonException)
        {
            // What a schema cannot say, such as a number that is too large. JSON that a tool itself cannot read comes as another error.
            return ToolErrors.Refused(Words($"An argument of '{call.Params?.Name}' cannot be read"));
        }
    };

    private static string Words(string fault) => $"{fault}. {Document}";
}
