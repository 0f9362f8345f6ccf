namespace TemporalVideo.Hosting.Configuration;

/// <summary>The endpoint that decrypts for the Web UI and the Temporal CLI.</summary>
public sealed record CodecServerSettings
{
    /// <summary>Address that it listens on; default loopback.</summary>
    public string Ip { get; init; } = "127.0.0.1";

    /// <summary>Its port; 0 takes any free one.</summary>
    public int Port { get; init; } = 8234;

    /// <summary>Origins of the web pages that may ask it, such as <c>http://localhost:8233</c>.</summary>
    public IReadOnlyList<string> Origins { get; init; } = ["http://localhost:8233", "http://127.0.0.1:8233"];

    internal static CodecServerSettings Read(YamlSection yaml)
    {
        var settings = new CodecServerSettings { Ip = yaml.Text("ip", "127.0.0.1"), Port = yaml.Whole("port", 8234, 0, 65535) };
        var origins = yaml.Texts("origins");
        yaml.End();
        return origins.Count > 0 ? settings with { Origins = origins } : settings;
    }
}
