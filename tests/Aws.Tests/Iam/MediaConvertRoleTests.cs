using System.Text.Json.Nodes;
using System.Xml.Linq;
using TemporalVideo.Aws.Iam;
using TemporalVideo.Aws.MediaConvert;
using TemporalVideo.Aws.Protocol;
using TemporalVideo.Aws.Tests.Models;
using TemporalVideo.Tests.Support;
using TemporalVideo.Tests.Support.Aws;

namespace TemporalVideo.Aws.Tests.Iam;

public sealed class MediaConvertRoleTests
{
    private const string Foreign =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}""";

    private const string ReadOnly =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::videos/*"}}""";

    private const string Both =
        """
        {"Statement":[{"Effect":"Allow","Principal":{"Service":["a","mediaconvert.amazonaws.com"]},"Action":["sts:AssumeRole"]}]}
        """;

    private const string Denied =
        """
        {"Statement":[{"Effect":"Deny","Principal":{"Service":"mediaconvert.amazonaws.com"},"Action":"sts:AssumeRole"}]}
        """;

    [SkippableFact]
    public async Task EnsureAsync_RoleMissing_MakesItAndFindsItRightTheNextTime()
    {
        await using var moto = await MotoServer.StartAsync();
        using var role = Role(moto.Address);

        (await role.MissingAsync(default)).Should().Equal("the role");
        var made = await role.EnsureAsync(default);
        var found = await role.EnsureAsync(default);

        made.Arn.Should().Be("arn:aws:iam::123456789012:role/MediaConvertJobRole");
        made.Changes.Should().Equal("it was made", "it may read and write s3://videos");
        (found.Arn, found.Changes.Count).Should().Be((made.Arn, 0));
        (await role.MissingAsync(default)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task EnsureAsync_TrustAndPolicyChangedByOthers_PutsThemBackAndKeepsTheirs()
    {
        await using var moto = await MotoServer.StartAsync();
        using var role = Role(moto.Address);
        using var iam = Client(moto.Address);
        await role.EnsureAsync(default);
        await CallAsync(iam, "UpdateAssumeRolePolicy", ("PolicyDocument", Foreign));
        await CallAsync(iam, "PutRolePolicy", ("PolicyName", "temporal-video-videos"), ("PolicyDocument", ReadOnly));

        var missing = await role.MissingAsync(default);
        var (_, changes) = await role.EnsureAsync(default);

        missing.Should().Equal("the trust in mediaconvert.amazonaws.com", "the policy for s3://videos");
        changes.Should().Equal("MediaConvert may take it", "it may read and write s3://videos");
        (await role.MissingAsync(default)).Should().BeEmpty();
        (await CallAsync(iam, "GetRole"))!.Value.Should().Contain("ec2.amazonaws.com", "others' trust is not ours to remove");
    }

    [SkippableFact]
    public async Task EnsureAsync_EachRequest_FitsTheModel()
    {
        var model = ServiceModel.Require("iam");
        await using var moto = await MotoServer.StartAsync();
        await using var service = await RecordedService.StartAsync(moto.Address);
        using var role = Role(service.Address);
        using var iam = Client(moto.Address);

        await role.EnsureAsync(default);
        await CallAsync(iam, "UpdateAssumeRolePolicy", ("PolicyDocument", Foreign));
        await role.EnsureAsync(default);

        service.Calls.Select(call => call.Operation).Should().Equal(
            "GetRole", "CreateRole", "GetRolePolicy", "PutRolePolicy", "GetRole", "UpdateAssumeRolePolicy", "GetRolePolicy");
        service.Calls.SelectMany(call => model.InputFaults(call.Operation, call.Input)).Should().BeEmpty();
    }

    [Fact]
    public async Task EnsureAsync_RoleNamedByItsArn_IsUsedAsItIs()
    {
        const string Arn = "arn:aws:iam::123456789012:role/given";
        using var role = Role("http://127.0.0.1:1", Arn);

        (await role.EnsureAsync(default)).Arn.Should().Be(Arn);
        (await role.MissingAsync(default)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(Both, true)]
    [InlineData(Denied, false)]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}""", false)]
    [InlineData(Foreign, false)]
    public void IsTrusted_Policy_SaysWhetherMediaConvertMayTakeTheRole(string policy, bool isTrusted) =>
        RolePolicies.IsTrusted(JsonNode.Parse(policy)).Should().Be(isTrusted);

    private static MediaConvertRole Role(string address, string name = "MediaConvertJobRole")
    {
        Credentials.Use();
        return new MediaConvertRole(Options(address), new MediaConvertOptions { Bucket = "videos", Role = name });
    }

    private static QueryClient Client(string address) =>
        new(Options(address), new AwsService("iam", "IAM") { IsGlobal = true, Endpoint = address }, "2010-05-08");

    private static AwsOptions Options(string address) => new() { Profile = "", Region = "eu-west-1", Endpoint = address };

    private static Task<XElement?> CallAsync(QueryClient iam, string operation, params (string Name, string Value)[] input)
    {
        var form = input.Append(("RoleName", "MediaConvertJobRole")).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        return iam.CallAsync(operation, form, default);
    }
}
