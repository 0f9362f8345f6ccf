using System.ClientModel;
using System.ComponentModel.DataAnnotations;

namespace TemporalVideo.OpenAi;

/// <summary>How a service that speaks as OpenAI does is reached.</summary>
public sealed class OpenAiOptions
{
    /// <summary>OpenAI's own address.</summary>
    public static readonly Uri PublicAddress = new("https://api.openai.com/v1");

    /// <summary>What it is called in <c>config/providers.yaml</c>; default <c>openai</c>.</summary>
    [Required]
    public string Name { get; set; } = "openai";

    /// <summary>Its address, with the version; default OpenAI's own.</summary>
    public Uri BaseUrl { get; set; } = PublicAddress;

    /// <summary>The key; from the environment or a secret file, never from the configuration. Null for a service that wants none.</summary>
    public ApiKeyCredential? Key { get; set; }

    /// <summary>The organisation that is charged; default the key's own.</summary>
    public string? Organisation { get; set; }

    /// <summary>The project that is charged; default the key's own.</summary>
    public string? Project { get; set; }

    /// <summary>How long an answer may take, in seconds; default 150, longer than a large image takes.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; set; } = 150;
}
