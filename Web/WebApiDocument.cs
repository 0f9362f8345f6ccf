using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace TemporalVideo.Web;

/// <summary>The OpenAPI document of the HTTP API, at <c>/openapi/v1.json</c>.</summary>
internal static class WebApiDocument
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "TemporalVideo";
            document.Info.Description = "Makes narrated, illustrated, subtitled videos from lessons. Errors are problem details that say "
                + "what to do. With keys: Authorization: Bearer tv_…";
            return Task.CompletedTask;
        });
    }
}
