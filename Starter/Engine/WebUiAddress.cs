using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Starter.Engine;

/// <summary>Addresses of the embedded server's Web UI.</summary>
/// <param name="Host"><c>address:port</c>.</param>
/// <param name="Namespace">The namespace that is shown.</param>
internal sealed record WebUiAddress(string Host, string Namespace)
{
    /// <summary>The list of runs.</summary>
    public string Runs => $"http://{Host}/namespaces/{Uri.EscapeDataString(Namespace)}/workflows";

    /// <summary>One run; of several with the same id, the newest.</summary>
    public string Run(string workflowId) => $"{Runs}/{Uri.EscapeDataString(workflowId)}";

    /// <summary>Whether the UI lies built in its folder.</summary>
    public static bool IsBuilt(EngineSettings engine) => File.Exists(Path.Combine(engine.Embedded.WebUiFolder, "index.html"));
}
