using System.Net;
using System.Security.Cryptography;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace TemporalVideo.Starter.Codec;

/// <summary>
/// Encodes and decodes payloads for the Web UI and the official CLI, which do not have the keys: <c>POST /encode</c> and <c>POST
/// /decode</c> with a
/// <c>Payloads</c> message as JSON. The protocol is Temporal's remote codec: docs.temporal.io/remote-data-encoding.
/// </summary>
internal static class CodecServer
{
    /// <summary>What is posted must say that it is JSON: a page of another origin cannot send that without asking first.</summary>
    private const string Json = "application/json";

    /// <summary>Builds the server; it listens on loopback only.</summary>
    /// <param name="codec">Holds the keys.</param>
    /// <param name="port">A free port, or 0 for any.</param>
    /// <param name="origins">Whose pages may ask, such as <c>http://localhost:8233</c>.</param>
    public static WebApplication Build(IPayloadCodec codec, int port, IReadOnlyList<string> origins)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        builder.Services.AddRoutingCore().AddCors().AddHostFiltering(filter => filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        var server = builder.Build();
        server.UseHostFiltering();
        server.UseRouting();
        server.UseCors(cors => cors.WithOrigins([.. origins]).WithMethods("POST").WithHeaders("content-type", "x-namespace")
            .AllowCredentials());
        Map(server, "/encode", codec.EncodeAsync);
        Map(server, "/decode", codec.DecodeAsync);
        return server;
    }

    private static void Map(WebApplication server, string path, Func<IReadOnlyCollection<Payload>,
        Task<IReadOnlyCollection<Payload>>> change) =>
        server.MapPost(path, context => AnswerAsync(context, change));

    private static async Task AnswerAsync(HttpContext context, Func<IReadOnlyCollection<Payload>,
        Task<IReadOnlyCollection<Payload>>> change)
    {
        if (!context.Request.HasJsonContentType())
        {
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, $"Payloads are sent as {Json}.");
            return;
        }

        try
        {
            using var body = new StreamReader(context.Request.Body);
            var payloads = Payloads.Parser.ParseJson(await body.ReadToEndAsync(context.RequestAborted));
            var changed = new Payloads { Payloads_ = { await change(payloads.Payloads_) } };
            context.Response.ContentType = Json;
            await context.Response.WriteAsync(JsonFormatter.Default.Format(changed), context.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidJsonException or FormatException)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "The body is not a Payloads message in JSON.");
        }
        catch (CryptographicException fault)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, fault.Message);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason, context.RequestAborted);
    }
}
