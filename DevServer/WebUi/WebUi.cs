using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using TemporalVideo.DevServer.Http;

namespace TemporalVideo.DevServer.WebUi;

/// <summary>
/// The Web UI's port: its pages from a folder, its settings, and under <c>/api</c> the HTTP API. Its port is its own, because the addresses
/// of its pages are those of the API's short routes.
/// </summary>
internal sealed class WebUi(IApplicationBuilder application, HttpApi api, WebUiGuard guard, DevServerOptions options)
{
    private const string Start = "/index.html";
    private const string NotBuilt = "The Web UI is not built yet: ./run ui builds it.\n";

    private volatile RequestDelegate? _files;

    /// <summary>Answers a request.</summary>
    public Task ServeAsync(HttpContext http)
    {
        if (guard.Refusal(http.Request) is var (status, reason))
        {
            return SayAsync(http, status, reason.Message);
        }

        var path = http.Request.Path;
        if (path.Equals("/api/v1/settings", StringComparison.Ordinal))
        {
            return SayAsync(http, StatusCodes.Status200OK, WebUiSettings.Json, "application/json");
        }

        if (path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            // The UI decodes payloads itself and asks for no form: it needs the long one.
            http.Request.Headers.Accept = "application/json+no-payload-shorthand";
            return api.ServeAsync(http, guard);
        }

        return FilesAsync(http);
    }

    private Task FilesAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            return SayAsync(http, StatusCodes.Status405MethodNotAllowed, "Pages can only be read.\n");
        }

        // It may be built while the server runs.
        if ((_files ??= Build()) is not { } files)
        {
            return SayAsync(http, StatusCodes.Status503ServiceUnavailable, NotBuilt);
        }

        // No page of another site may show the UI in a frame and have its buttons clicked.
        http.Response.Headers.XFrameOptions = "DENY";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return files(http);
    }

    private RequestDelegate? Build()
    {
        if (options.WebUiFolder is not { } folder || !File.Exists(folder + Start))
        {
            return null;
        }

        var files = new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)),
            ServeUnknownFileTypes = true,
            OnPrepareResponse = sent => sent.Context.Response.Headers.CacheControl =
                sent.Context.Request.Path.StartsWithSegments("/_app/immutable") ? "public, max-age=31536000, immutable" : "no-cache",
        };
        var branch = application.New();
        branch.UseStaticFiles(files);

        // What is no file is a page, which the script of the one document shows. A missing part of it is missing.
        branch.Use(next => http =>
        {
            if (http.Request.Path.StartsWithSegments("/_app"))
            {
                return next(http);
            }

            http.Request.Path = Start;
            return next(http);
        });
        branch.UseStaticFiles(files);
        return branch.Build();
    }

    private static Task SayAsync(HttpContext http, int status, string text, string type = "text/plain")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
