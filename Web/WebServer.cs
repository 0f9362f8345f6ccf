using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Temporalio.Client;
using TemporalVideo.Hosting;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions;
using TemporalVideo.Sessions.Forks;
using TemporalVideo.Sessions.Jobs;
using TemporalVideo.Sessions.Takes;
using TemporalVideo.Storage.Records.Webhooks;
using TemporalVideo.Web.Access;
using TemporalVideo.Web.Api;
using TemporalVideo.Web.Live;
using TemporalVideo.Web.Mcp;
using TemporalVideo.Web.Pipelines;
using TemporalVideo.Web.Uploads;
using TemporalVideo.Web.Webhooks;

namespace TemporalVideo.Web;

/// <summary>The page, the HTTP API and the sockets in this process.</summary>
public static class WebServer
{
    /// <summary>The rate limit of calls that start something.</summary>
    internal const string Starts = "starts";

    /// <summary>Starts it.</summary>
    /// <param name="client">Of the namespace that the workers serve.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="options">Where it listens, and whom it lets in.</param>
    /// <param name="configure">Changes the host, for its log.</param>
    /// <returns>The running host; its first URL is the address.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<WebApplication> StartAsync(
        ITemporalClient client, ProductConfiguration configuration, WebOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Parse(options.Ip), options.Port);
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(options.HeadSeconds);
            kestrel.Limits.MaxConcurrentConnections = kestrel.Limits.MaxConcurrentUpgradedConnections = options.MostConnections;
            kestrel.AddServerHeader = false;
        });
        AddServices(builder.Services, client, configuration, options);
        configure?.Invoke(builder);
        var app = builder.Build();
        Use(app, options);
        await app.StartAsync();
        return app;
    }

    private static void AddServices(
        IServiceCollection services, ITemporalClient client, ProductConfiguration configuration, WebOptions options)
    {
        services.AddSingleton(client).AddSingleton(configuration).AddSingleton(options).AddConfiguredStore(configuration.Worker);
        services.AddConfiguredDatabase(configuration);
        services.AddSingleton(provider => new WebhookSubscriptions(
            provider.GetRequiredService<IWebhooks>(), configuration.Worker.AllowPrivateWebhooks, TimeProvider.System));
        services.AddSingleton(ApiKeys.In(options.Folder)).AddSingleton<LessonPlans>().AddSingleton<Orders>();
        services.AddSingleton<SessionForks>().AddSingleton<Forking>().AddSingleton<UserUploads>().AddSingleton<OrderFiles>();
        services.AddSingleton<SceneStills>().AddSingleton<SessionTakes>().AddSingleton<SampleEndpoints.VoiceSamples>();
        services.AddSingleton<SessionReads>().AddSingleton<SessionWords>().AddSingleton<ToolStarts>();
        services.AddSingleton<SignedLinks>().AddSingleton<LiveFeeds>();
        services.AddSingleton<PipelineReader>().AddSingleton<TemplateShelf>().AddSingleton<PipelineOrders>().AddSingleton<OpenStreams>();
        services.AddHttpContextAccessor().AddMcpServer().WithHttpTransport(http => http.Stateless = true).WithTools<OrderTools>()
            .WithTools<SessionTools>().WithTools<ReviewTools>().WithTools<PipelineTools>()
            .WithRequestFilters(filters => filters.AddCallToolFilter(ToolErrors.Tell).AddCallToolFilter(ToolArguments.Check));
        services.ConfigureHttpJsonOptions(json =>
        {
            // A typo in a limit of the costs must not be taken silently.
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { UnknownMember.Close } };
        });
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = UnreadableRequest.Explain)
            .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true)
            .AddExceptionHandler<ProblemAnswers>().AddRouting().AddOpenApi(WebApiDocument.Configure);
        services.AddDataProtection().SetApplicationName("TemporalVideo")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.Folder, "web-keys")));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            (cookie.Cookie.Name, cookie.Cookie.SameSite, cookie.Cookie.HttpOnly) = ("temporalvideo", SameSiteMode.Strict, true);
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
        });
        services.AddCors(cors => cors.AddDefaultPolicy(policy =>
            policy.WithOrigins([.. options.AllowedOrigins]).AllowAnyHeader().AllowAnyMethod()));
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = RejectAsync;
            limits.AddPolicy(Starts, context => StartLimit.Of(context.Features.Get<Caller>()?.UserId ?? "", options));
        });
    }

    private static void Use(WebApplication app, WebOptions options)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(SecureAsync);
        app.Use(UnreadableRequest.RequireCharsetAsync);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20) });
        app.UseMiddleware<Gate>();
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = answer => answer.Context.Response.Headers.CacheControl = "no-cache",
        });
        app.UseRouting();
        if (options.AllowedOrigins.Count > 0)
        {
            app.UseCors();
        }

        app.UseRateLimiter();
        app.MapOpenApi("/openapi/{documentName}.json");
        AccessEndpoints.Map(app);
        SessionEndpoints.Map(app);
        ForkEndpoints.Map(app);
        TakeEndpoints.Map(app);
        UploadEndpoints.Map(app);
        SampleEndpoints.Map(app);
        ChapterEndpoints.Map(app);
        GenerateEndpoints.Map(app);
        FileEndpoints.Map(app);
        LiveEndpoints.Map(app);
        TemplateEndpoints.Map(app);
        PipelineEndpoints.Map(app);
        JobEndpoints.Map(app);
        LivePipelines.Map(app);
        WebhookEndpoints.Map(app);
        app.MapMcp("/mcp");
    }

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var (words, seconds) = StartLimit.Refusal(rejected.Lease);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await TypedResults.Problem(words, statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
    }

    private static Task SecureAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
