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
            OpenAnswers(document);
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// Bodies of requests have the members that they have, which the readers of JSON tell the document; answers may get more, and problem
    /// details have others by their standard.
    /// </summary>
    private static void OpenAnswers(OpenApiDocument document)
    {
        var sent = new HashSet<string>();
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.ToList() ?? []))
        {
            foreach (var content in operation.RequestBody?.Content?.Values.ToList() ?? [])
            {
                Collect(content.Schema, sent);
            }
        }

        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (!sent.Contains(name) && schema is OpenApiSchema answer)
            {
                answer.AdditionalPropertiesAllowed = true;
            }
        }
    }

    private static void Collect(IOpenApiSchema? schema, HashSet<string> names)
    {
        if (schema is null || (schema is OpenApiSchemaReference { Reference.Id: { } id } && !names.Add(id)))
        {
            return;
        }

        IEnumerable<IOpenApiSchema?> parts =
        [
            schema.Items, schema.AdditionalProperties, .. schema.Properties?.Values ?? [], .. schema.AnyOf ?? [], .. schema.OneOf ?? [],
            .. schema.AllOf ?? [],
        ];
        foreach (var part in parts)
        {
            Collect(part, names);
        }
    }
}
