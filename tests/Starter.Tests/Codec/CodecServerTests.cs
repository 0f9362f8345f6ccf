using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Temporalio.Api.Common.V1;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Encryption;
using TemporalVideo.Starter.Codec;

namespace TemporalVideo.Starter.Tests.Codec;

public sealed class CodecServerTests : IAsyncLifetime
{
    private const string Page = "http://localhost:8233";

    private readonly WebApplication _server = CodecServer.Build(
        new EncryptionCodec(new EncryptionSettings("one", new Dictionary<string, Secret> { ["one"] = NewKey() })), 0, [Page]);

    private readonly HttpClient _client = new();

    public async Task InitializeAsync()
    {
        await _server.StartAsync();
        _client.BaseAddress = new Uri(_server.Urls.First());
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task EncodeAndDecode_APayload_HidesItAndGivesItBack()
    {
        var encoded = await ReadAsync(await PostAsync("/encode", Of("the lesson")));

        encoded.Payloads_.Single().Metadata["encoding"].ToStringUtf8().Should().Be("binary/encrypted");
        encoded.ToString().Should().NotContain(Convert.ToBase64String("the lesson"u8)[..12]);
        (await ReadAsync(await PostAsync("/decode", encoded))).Should().Be(Of("the lesson"));
    }

    [Fact]
    public async Task Decode_OfAnotherKey_SaysWhichKeyIsMissing()
    {
        var other = new EncryptionCodec(new EncryptionSettings("two", new Dictionary<string, Secret> { ["two"] = NewKey() }));
        var foreign = new Payloads { Payloads_ = { await other.EncodeAsync(Of("x").Payloads_) } };

        using var answer = await PostAsync("/decode", foreign);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("'two'");
    }

    [Theory]
    [InlineData("not json", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task Decode_WhatAForeignPageCouldPost_IsRefused(string body, string type, HttpStatusCode expected)
    {
        using var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));

        using var answer = await _client.PostAsync("/decode", content);

        answer.StatusCode.Should().Be(expected);
    }

    [Theory]
    [InlineData(Page, true)]
    [InlineData("http://evil.example", false)]
    public async Task Preflight_OfAPage_IsGrantedToTheWebUiAlone(string origin, bool isGranted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/decode")
        {
            Headers =
            {
                { "Origin", origin },
                { "Access-Control-Request-Method", "POST" },
                { "Access-Control-Request-Headers", "content-type,x-namespace" },
            },
        };

        using var answer = await _client.SendAsync(request);

        answer.Headers.Contains("Access-Control-Allow-Origin").Should().Be(isGranted);
    }

    [Fact]
    public async Task Request_ToAForeignHostName_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/decode") { Content = Json(Of("x")) };
        request.Headers.Host = "evil.example";

        using var answer = await _client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> PostAsync(string path, Payloads payloads) => _client.PostAsync(path, Json(payloads));

    private static StringContent Json(Payloads payloads) =>
        new(JsonFormatter.Default.Format(payloads), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));

    private static async Task<Payloads> ReadAsync(HttpResponseMessage answer)
    {
        using (answer.EnsureSuccessStatusCode())
        {
            return Payloads.Parser.ParseJson(await answer.Content.ReadAsStringAsync());
        }
    }

    private static Payloads Of(string text) => new()
    {
        Payloads_ =
        {
            new Payload
            {
                Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") },
                Data = ByteString.CopyFromUtf8($"\"{text}\""),
            },
        },
    };

    private static Secret NewKey() => new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
}
