using Temporalio.Api.Sdk.V1;

namespace Temporalio.Converters;

/// <summary>Summaries and details of workflows, activities, timers.</summary>
internal static class UserMetadataExtensions
{
    /// <summary>The texts as they travel; null when there are none.</summary>
    public static async Task<UserMetadata?> ToUserMetadataAsync(this DataConverter converter, string? summary, string? details) =>
        summary == null && details == null ? null : new UserMetadata
        {
            Summary = summary == null ? null : await converter.ToPayloadAsync(summary).ConfigureAwait(false),
            Details = details == null ? null : await converter.ToPayloadAsync(details).ConfigureAwait(false),
        };

    /// <summary>The texts, null where there is none.</summary>
    public static async Task<(string? Summary, string? Details)> FromUserMetadataAsync(this DataConverter converter, UserMetadata? metadata) =>
        (metadata?.Summary == null ? null : await converter.ToValueAsync<string>(metadata.Summary).ConfigureAwait(false),
            metadata?.Details == null ? null : await converter.ToValueAsync<string>(metadata.Details).ConfigureAwait(false));
}
